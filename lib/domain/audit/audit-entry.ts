import { isTakenAlong, type SeenKind, type SeenVia, seenVia } from '@/lib/domain/access-log/seen';

/** What an entry of the audit log says. `cut`: the oldest entries were removed; `erased`: a person's data was. */
export const auditKinds = [
  'changed',
  'viewed',
  'exported',
  'refused',
  'signedIn',
  'signInFailed',
  'signedOut',
  'erased',
  'cut',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** By what it was done: our own clock and the phone provider are the machine, commands of the server are the shell. */
export const auditVia = [...seenVia, 'machine', 'shell'] as const;
export type AuditVia = SeenVia | 'machine' | 'shell';

/** A thing and the names of its fields that a change touched; never their values. */
export type AuditedChange = { noun: string; nounId: string; fields: string[] };

/** The same with whoever did it. */
export type RecordedChange = AuditedChange & { employeeId: string | null };

export type AuditDetails = {
  /** Why it was refused. */
  code?: string;
  changes?: AuditedChange[];
  /** Of a page or a file that was shown or taken along. */
  rowCount?: number;
  filters?: string[];
  /** How many sign-ins failed whose address nobody has. */
  attempts?: number;
  /** The last entry that was removed, and its hash. */
  cutSequence?: number;
  cutHash?: string;
};

/** One entry before it takes its place in the chain: ids, names of fields, counts and keyed digests; no personal value. */
export type AuditEntry = {
  /** Epoch ms. */
  at: number;
  kind: AuditKind;
  employeeId: string | null;
  via: AuditVia;
  /** Method and path of the contract, `POST /calls/{callId}/claim`; of what was seen its kind; else empty. */
  operation: string;
  /** The noun it is about and its id; empty where there is none. */
  subject: string;
  subjectId: string;
  counterpartyId: string | null;
  details: AuditDetails;
  /** Keyed digests of what was handed in, by field. */
  digests: Record<string, string>;
};

/** An entry in its place: `details` and `digests` as the very text that is sealed. */
export type SealedEntry = Omit<AuditEntry, 'details' | 'digests'> & {
  sequence: number;
  details: string;
  digests: string;
  /** The hash of the entry before; empty at the beginning. */
  previousHash: string;
  hash: string;
};

/** CS-10: what left as a file was taken along, not only looked at. */
export const auditKindOfSeen = (kind: SeenKind): AuditKind => (isTakenAlong(kind) ? 'exported' : 'viewed');

/** The text whose keyed hash seals an entry: every column but the hash itself. */
export function sealedText(entry: Omit<SealedEntry, 'hash'>): string {
  return JSON.stringify([
    'entry',
    entry.sequence,
    entry.at,
    entry.kind,
    entry.employeeId,
    entry.via,
    entry.operation,
    entry.subject,
    entry.subjectId,
    entry.counterpartyId,
    entry.details,
    entry.digests,
    entry.previousHash,
  ]);
}

/** The text whose keyed hash seals the removal of the oldest entries. */
export const sealedCut = (cut: { sequence: number; hash: string; at: number; employeeId: string | null }) =>
  JSON.stringify(['cut', cut.sequence, cut.hash, cut.at, cut.employeeId]);

/** An id, or nothing: a phone, an address or a name in its place stays out of the log. */
export const idOrNothing = (text: unknown): string =>
  typeof text === 'string' && /^(?=.*[A-Za-z])[\w-]{1,40}$/.test(text) ? text : '';
