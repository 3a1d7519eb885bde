import { escalationTargets } from '@/lib/domain/deadlines/escalation-target';

export const slipKinds = ['escalation', 'clientPromise'] as const;
/**
 * Why somebody is told that a next reaction slipped: they stand in its department's escalation chain, or it was promised to
 * a client of theirs (CO-3).
 */
export type SlipKind = (typeof slipKinds)[number];

export const slipCauses = ['overdue', 'postponed'] as const;
/** Its due time passed, or was moved by somebody else than the client's own manager. */
export type SlipCause = (typeof slipCauses)[number];

export const slipListeners = [...escalationTargets, 'clientManager'] as const;
/** As what somebody is told. */
export type SlipListener = (typeof slipListeners)[number];
