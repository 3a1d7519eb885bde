import { getRoundLocked, type RoundRow } from '@/db/rounds';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound } from '@/lib/domain/errors';
import { maySeeRounds, maySettleRound } from '@/lib/domain/rounds/round-rights';
import type { Tx } from '@/lib/operations/context';
import { refuseEndedRound } from './end-round';

/** A round, locked, for whoever may settle it. @throws Refusal `notFound`, `forbidden` */
export async function settleableRound(tx: Tx, person: Person, roundId: string): Promise<RoundRow> {
  const round = await getRoundLocked(tx, roundId);
  if (!round || !maySeeRounds(person)) throw notFound('round');
  if (!maySettleRound(person, round)) throw forbidden();
  return round;
}

/** The same of one that is still open. @throws Refusal `notPossibleNow` besides */
export async function openRoundOf(tx: Tx, person: Person, roundId: string): Promise<RoundRow> {
  const round = await settleableRound(tx, person, roundId);
  refuseEndedRound(round);
  return round;
}
