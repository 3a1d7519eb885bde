import type { CallRow } from '@/db/calls';
import type { Tx } from '@/lib/operations/context';
import { announce } from './announce';

/** What became of a call by one step: it began (`before` is null), was answered, has ended. */
export function announceCall(tx: Tx, before: CallRow | null, after: CallRow): void {
  const data = dataOf(after);
  if (!before) announce(tx, { kind: 'call.started', data });
  if (after.answeredAt !== null && (before?.answeredAt ?? null) === null) {
    announce(tx, { kind: 'call.answered', data });
  }
  if (after.endedAt !== null && (before?.endedAt ?? null) === null)
    announce(tx, { kind: 'call.ended', data });
}

/** IN-11: it was judged to be missed. */
export function announceMissedCall(tx: Tx, call: CallRow): void {
  announce(tx, { kind: 'call.missed', data: dataOf(call) });
}

const dataOf = (call: CallRow) => ({
  callId: call.id,
  direction: call.direction,
  departmentId: call.departmentId,
  employeeId: call.claimedBy ?? call.ownerId,
  counterpartyId: call.counterpartyId,
  arrivedAt: call.arrivedAt,
  answeredAt: call.answeredAt,
  endedAt: call.endedAt,
  endedBy: call.endedBy,
  outcome: call.outcome,
  href: `/api/v1/calls/${call.id}`,
});
