import { listOpenRoundsOf, type RoundRow } from '@/db/rounds';
import type { Db } from '@/db/store';
import { addDays } from '@/lib/domain/deadlines/time-zone';
import { type CallBackSpan, callBackSpan } from '@/lib/domain/rounds/call-back';
import { roundDays } from '@/lib/domain/rounds/plan-round';

/** SA-1: between which times the client of a round may ask to be called back: the next one stands as soon as this is due. */
export async function callBackOfRound(
  db: Db,
  { counterpartyId, dueOn, timeZone }: RoundRow,
  now: number,
): Promise<CallBackSpan> {
  const next = (await listOpenRoundsOf(db, [counterpartyId])).find((round) => round.dueOn > dueOn);
  return callBackSpan(now, { timeZone, nextDueOn: next?.dueOn ?? addDays(dueOn, roundDays) });
}
