import { type CallRow, getCallForUpdate } from '@/db/calls';
import { listCallsAbout } from '@/db/subject-calls';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import { discardWithin } from '@/lib/operations/call-scripts/discard-call';
import { type Context, KeptRefusal, type Tx } from '@/lib/operations/context';

/** CARD: what is written into the history is Russian in every language of the screen. */
const reason = 'рекламация записана по обзвону';

/** Takes the calls about a round that are not over before the round itself, in the order in which an answer of a call takes them. */
export async function lockTalksOf(tx: Tx, roundId: string): Promise<void> {
  const calls = await listCallsAbout(tx, [roundId]);
  for (const id of calls.map((call) => call.id).sort()) await getCallForUpdate(tx, id);
}

/** Of a round that is locked. @throws Refusal `notPossibleNow` while somebody talks to the client about it */
export async function refuseWhileTalking(tx: Tx, roundId: string): Promise<void> {
  const calls = await listCallsAbout(tx, [roundId]);
  if (!calls.some(isRunning)) return;
  throw new Refusal('notPossibleNow', 'a call about this round runs', {}, { reason: 'callRuns' });
}

/** Whether a call about a round is not over, beside the one given: what the client says or said in it is still to be written. */
export async function isTalkedAbout(tx: Tx, roundId: string, besideCallId: string | null = null) {
  return (await listCallsAbout(tx, [roundId])).some(({ id }) => id !== besideCallId);
}

/** SA-3: what the unfinished calls about a round still had to write is written: they are settled with it. */
export async function settleTalksOf(
  tx: Tx,
  context: Context,
  person: Person,
  roundId: string,
): Promise<void> {
  for (const call of await listCallsAbout(tx, [roundId])) {
    const settled = await discardWithin(tx, context, call, { reason, employeeId: person.id });
    if (settled instanceof KeptRefusal) throw settled.refusal;
  }
}

export const isRunning = ({ endedAt }: CallRow) => endedAt === null;
