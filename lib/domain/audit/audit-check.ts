/**
 * How tampering shows. `changed`: the entry is not what was sealed; `missing`: an entry is not there; `unlinked`: it does
 * not follow the one before; `tailMissing`: the newest entries were cut off; `replaced`: another entry stands where an
 * anchor was taken; `anchorDamaged`: an anchor's file cannot be read; `cutForged`: the removal of the oldest is not ours.
 */
export const auditProblemKinds = [
  'changed',
  'missing',
  'unlinked',
  'tailMissing',
  'replaced',
  'anchorDamaged',
  'cutForged',
] as const;
export type AuditProblemKind = (typeof auditProblemKinds)[number];

/** What a check of the whole chain found. */
export type AuditFinding = {
  entryCount: number;
  /** The newest entry; sequence 0 and an empty hash while there is none. */
  headSequence: number;
  headHash: string;
  /** The first bad entry; null when the chain is whole. */
  problem: { kind: AuditProblemKind; sequence: number } | null;
};
