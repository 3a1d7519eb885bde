import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/duration';

/** What is sent to somebody who may not take it, and is tried again: to a client, to our own people, to an address of theirs. */
export type Sent = 'letter' | 'notice' | 'webhook';

/** After each attempt in vain; the last one is followed by none. */
const waitsMs: Readonly<Record<Sent, readonly number[]>> = {
  letter: [10 * secondMs, minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 6 * hourMs],
  notice: [10 * secondMs, minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs],
  webhook: [
    5 * secondMs,
    5 * minuteMs,
    30 * minuteMs,
    2 * hourMs,
    5 * hourMs,
    10 * hourMs,
    14 * hourMs,
    20 * hourMs,
    dayMs,
  ],
};

/** No attempt lasts as long: its process is dead. */
export const lostAfterMs: Readonly<Record<Sent, number>> = {
  letter: 10 * minuteMs,
  notice: 10 * minuteMs,
  webhook: minuteMs,
};

/**
 * What becomes of something that was not taken in the last of so many attempts, which ended then (epoch ms): it waits for
 * the next one, up to a tenth more or less, so that what failed together does not come back together, or is given up.
 * @param random from 0 to 1; in the middle nothing is added
 */
export function afterAttempt(
  sent: Sent,
  { attempts, at, random = 0.5 }: { attempts: number; at: number; random?: number },
): { state: 'waiting'; nextAttemptAt: number } | { state: 'failed' } {
  const waitMs = waitsMs[sent][attempts - 1];
  if (waitMs === undefined) return { state: 'failed' };
  return { state: 'waiting', nextAttemptAt: at + Math.round(waitMs * (0.9 + 0.2 * random)) };
}
