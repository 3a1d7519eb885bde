import { getCounterpartyLocked } from '@/db/counterparties';
import { getRound, getRoundLocked, type RoundRow } from '@/db/rounds';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound } from '@/lib/domain/errors';
import { maySeeRounds, maySettleRound } from '@/lib/domain/rounds/round-rights';
import type { Tx } from '@/lib/operations/context';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';
import { refuseEndedRound } from './end-round';

/**
 * A round that is open, locked, for whoever may settle it.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` when it has ended, or of an erased card
 */
export async function openRoundOf(tx: Tx, person: Person, roundId: string): Promise<RoundRow> {
  const known = await getRound(tx, roundId);
  if (!known || !maySeeRounds(person)) throw notFound('round');
  const client = await getCounterpartyLocked(tx, known.counterpartyId);
  const round = (await getRoundLocked(tx, roundId))!;
  if (!maySettleRound(person, round)) throw forbidden();
  refuseEndedRound(round);
  if (client) refuseErased(client);
  return round;
}

/**
 * A round with its client, both locked, as one of whoever the client belongs to now: the letter of one who was handed over
 * comes to the new manager.
 * @throws Refusal `notFound`, `forbidden`
 */
export async function roundOfOwnClient(tx: Tx, person: Person, roundId: string): Promise<RoundRow> {
  const known = await getRound(tx, roundId);
  if (!known || !maySeeRounds(person)) throw notFound('round');
  const client = await getCounterpartyLocked(tx, known.counterpartyId);
  if (client) refuseErased(client);
  const round = (await getRoundLocked(tx, roundId))!;
  const managerId = client?.assignedTo ?? round.managerId;
  if (!maySettleRound(person, { managerId })) throw forbidden();
  return { ...round, managerId };
}
