import { type CallRow, getCallForUpdate } from '@/db/calls';
import { listCallsAbout } from '@/db/subject-calls';
import { Refusal } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

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

export const isRunning = ({ endedAt }: CallRow) => endedAt === null;
