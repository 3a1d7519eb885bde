import { getCounterparty } from '@/db/counterparties';
import { listLettersOf } from '@/db/round-letters';
import { getLastVerdict, type RoundRow, updateRound } from '@/db/rounds';
import type { TemplateFacts } from '@/lib/domain/documents/template';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { todayInClientDepartment } from '@/lib/operations/departments/client-department';
import { factsOfCard } from '@/lib/operations/documents/facts-of-card';
import { askForLetter } from './ask-for-letter';
import { tellRound } from './end-round';
import { roundOfOwnClient } from './settleable-round';

/**
 * SA-2: a round in which the client is asked for a letter of recommendation, locked, and what the request names of the client.
 * @throws Refusal `notFound`, `forbidden`; `notPossibleNow` for a client who was not satisfied in this round and the last, or
 * has written one already
 */
export async function requestOfLetter(
  tx: Tx,
  context: Context,
  person: Person,
  roundId: string,
): Promise<{ round: RoundRow; facts: TemplateFacts }> {
  const round = await roundOfOwnClient(tx, person, roundId);
  const { counterpartyId } = round;
  const last = await getLastVerdict(tx, counterpartyId);
  if (round.state !== 'satisfied' || last !== 'satisfied') throw notNow('notSatisfied');
  const letters = await listLettersOf(tx, counterpartyId);
  if (letters.some(({ letterState }) => letterState === 'received')) throw notNow('alreadyReceived');
  const card = (await getCounterparty(tx, counterpartyId))!;
  const today = await todayInClientDepartment(tx, context.now());
  return { round, facts: await factsOfCard(tx, card, { today, employeeId: round.managerId }) };
}

/** The letter is waited for from now on, unless it was already. Returns the round's version. */
export async function waitForLetter(tx: Tx, context: Context, round: RoundRow): Promise<number> {
  const version = round.version + 1;
  const asked = round.letterState === 'asked' ? {} : await askForLetter(tx, context, round);
  await updateRound(tx, round.id, { managerId: round.managerId, ...asked, version });
  tellRound(tx, round);
  return version;
}

const notNow = (reason: string) => new Refusal('notPossibleNow', 'no letter is asked for', {}, { reason });
