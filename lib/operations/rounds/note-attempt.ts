import { insertRoundAttempt, listRoundAttempts } from '@/db/round-attempts';
import { type RoundRow, updateRound } from '@/db/rounds';
import { addDays, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { callSpanOn } from '@/lib/domain/rounds/call-span';
import { type AttemptOutcome, attemptsMade, attemptsOfRound, nextNewHour } from '@/lib/domain/rounds/round';
import type { Context, Tx } from '@/lib/operations/context';
import { endRound, tellRound } from './end-round';
import { isTalkedAbout } from './talks-of-round';

/**
 * SA-1: an attempt that came to nothing. The next one is offered at an hour that was not tried yet; after the third such
 * attempt the client was not reached, and the next round's date stays, unless another call about the round is not over: that
 * one says how it came out. Who was reached and said when
 * to call back is called then.
 */
export async function noteAttempt(
  tx: Tx,
  context: Context,
  round: RoundRow,
  {
    callBackAt = null,
    ...attempt
  }: { employeeId: string; callId: string | null; outcome: AttemptOutcome; callBackAt?: number | null },
): Promise<void> {
  const now = context.now();
  const isNew = await insertRoundAttempt(tx, { id: context.newId(), roundId: round.id, at: now, ...attempt });
  if (!isNew) return;
  const attempts = await listRoundAttempts(tx, [round.id]);
  const isLast = attemptsMade(attempts, round.timeZone) >= attemptsOfRound && round.state === 'planned';
  if (isLast && !(await isTalkedAbout(tx, round.id, attempt.callId))) {
    await endRound(tx, context, round, { state: 'notReached', employeeId: attempt.employeeId });
    return;
  }
  const nextAttemptAt =
    callBackAt ??
    nextAttempt(
      attempts.map(({ at }) => at),
      now,
      round,
    );
  await updateRound(tx, round.id, { nextAttemptAt, version: round.version + 1 });
  tellRound(tx, round);
}

/** At an hour of its own, by the day of the client: late in the evening that is tomorrow. */
function nextAttempt(attempts: readonly number[], now: number, { timeZone }: RoundRow): number {
  const today = wallTimeAt(now, timeZone).date;
  for (let day = 0; day < 14; day += 1) {
    const span = callSpanOn(addDays(today, day), null, timeZone);
    if (!span || span.until <= now) continue;
    const at = nextNewHour(attempts, Math.max(now, span.from), timeZone);
    if (at < span.until) return at;
  }
  return now;
}
