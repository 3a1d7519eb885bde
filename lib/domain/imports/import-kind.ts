/** What a file may hold: one of these a row. */
export const importKinds = ['counterparties', 'contracts', 'purchases', 'appeals'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a row of such a file makes. */
export const nounOfImport: Record<ImportKind, string> = {
  counterparties: 'counterparty',
  contracts: 'contract',
  purchases: 'purchase',
  appeals: 'appeal',
};

/**
 * A file is received, then its rows are dealt with; what was stopped goes on or is undone, what is done is undone within
 * `undoneWithinMs`.
 */
export const importStates = ['receiving', 'running', 'stopped', 'done', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];
