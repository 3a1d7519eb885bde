import type { Context } from '@/lib/operations/context';
import { fireDueDeadlines } from './sweep';

const longestRetryMs = 10_000;

/**
 * Fires what is due each time; a deadline that fails is tried again later and later, and does not hold up the others.
 * @returns the act of one round
 */
export function firingDeadlines(
  everyMs: number,
  report: (what: string, error: unknown) => void,
): (context: Context) => Promise<void> {
  const failed = new Map<string, { times: number; nextAt: number }>();
  return async (context) => {
    const now = context.now();
    const skip = [...failed].filter(([, { nextAt }]) => now < nextAt).map(([id]) => id);
    const failedNow = new Set(skip);
    await fireDueDeadlines(context, {
      skip: failedNow,
      onProblem: (id, error) => {
        const times = (failed.get(id)?.times ?? 0) + 1;
        const delayMs = Math.min(longestRetryMs, everyMs * 2 ** (times - 1));
        failed.set(id, { times, nextAt: now + delayMs });
        failedNow.add(id);
        report(`deadline ${id}`, error);
      },
    });
    for (const id of failed.keys()) if (!failedNow.has(id)) failed.delete(id);
  };
}
