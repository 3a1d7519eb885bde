/** What a file may hold: one of these a row. */
export const importKinds = ['counterparties', 'contracts', 'purchases', 'appeals'] as const;
export type ImportKind = (typeof importKinds)[number];

/**
 * A file is received, then its rows are dealt with; what was stopped goes on or is undone, what is done is undone within
 * `undoneWithinMs`.
 */
export const importStates = ['receiving', 'running', 'stopped', 'done', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];
