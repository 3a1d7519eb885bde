import { getSetting } from '@/db/settings';
import type { AgreedDue } from '@/lib/domain/call-scripts/conversation';
import type { CallRoute } from '@/lib/domain/calls/route';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { companyTimeZone, instantOf } from '@/lib/domain/deadlines/time-zone';
import { addWorkingTime, nextOpening } from '@/lib/domain/deadlines/working-time';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { promiseMinutesOf } from '@/lib/domain/settings/promise-minutes';
import { readPromiseMinutes } from '@/lib/domain/settings/promise-minutes-schema';
import type { Tx } from '@/lib/operations/context';

/** How long the one-minute clock of a route really runs, by the settings (IN-4, IN-11). */
export async function promiseLengthMs(tx: Tx, route: CallRoute | null): Promise<number> {
  const promises = readPromiseMinutes((await getSetting(tx, 'promises'))?.value);
  return promiseMinutesOf(promises, route) * minuteMs;
}

/** What was agreed for a later day comes due at the same hour, or when the department next opens. */
const agreedAfterMs: Record<AgreedDue, number> = {
  today: 2 * hourMs,
  tomorrow: dayMs,
  inAWeek: 7 * dayMs,
  inTwoWeeks: 14 * dayMs,
};

/** When a working day of ours is over for whoever waits for something on that day (epoch ms). */
const endOfDay = (day: string, hours: BusinessHours | null) =>
  instantOf(day, 18 * 60, hours?.timeZone ?? companyTimeZone);

/**
 * When the clock of a promise begins to run and when it comes due (epoch ms). The minute runs in the department's working
 * hours (IN-11); at once means now, at any hour (SA-3); what was agreed in a call of ours has its own time (OUT-3).
 */
export function promiseClock(
  next:
    | { dueAt: number }
    | { dueSetting: 'minute' | 'atOnce' | AgreedDue }
    | { dueSetting: 'onDay'; day: string },
  hours: BusinessHours | null,
  now: number,
  lengthMs: number,
): { startedAt: number; dueAt: number } {
  if ('dueAt' in next) return { startedAt: now, dueAt: next.dueAt };
  if (next.dueSetting === 'atOnce') return { startedAt: now, dueAt: now };
  if (next.dueSetting === 'onDay') {
    return { startedAt: now, dueAt: Math.max(now, endOfDay(next.day, hours)) };
  }
  if (next.dueSetting !== 'minute') {
    const at = now + agreedAfterMs[next.dueSetting];
    return { startedAt: now, dueAt: (hours && nextOpening(hours, at)) ?? at };
  }
  if (!hours) return { startedAt: now, dueAt: now + lengthMs };
  return { startedAt: nextOpening(hours, now) ?? now, dueAt: addWorkingTime(hours, now, lengthMs) };
}
