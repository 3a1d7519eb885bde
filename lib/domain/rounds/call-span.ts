import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { instantOf } from '@/lib/domain/deadlines/time-zone';
import { isOpen, nextOpening } from '@/lib/domain/deadlines/working-time';
import { minuteMs } from '@/lib/domain/duration';

/** From when until when a client may be called (epoch ms). */
export type CallSpan = { from: number; until: number };

/** When a client is called: minutes of their own day, the pleasant hours first, then those that are still decent. */
const clientHours = [
  { from: 9 * 60, until: 18 * 60 },
  { from: 8 * 60, until: 21 * 60 },
] as const;

const step = 30 * minuteMs;

/**
 * When on that day of the client's own calendar (`YYYY-MM-DD`) a client may be called: the department works, and at the
 * client's it is day (epoch ms). Null when the department does not work then.
 */
export function callSpanOn(date: string, hours: BusinessHours | null, timeZone: string): CallSpan | null {
  const begin = beginningOn(date, hours, timeZone);
  if (!begin || !hours) return begin;
  return { from: begin.from, until: closingAfter(hours, begin.from, begin.until) };
}

/** Whether anybody may call the client on that day at all. */
export const isCallDay = (date: string, hours: BusinessHours | null, timeZone: string) =>
  beginningOn(date, hours, timeZone) !== null;

/** From when on, and until when it is day at the client's. */
function beginningOn(date: string, hours: BusinessHours | null, timeZone: string): CallSpan | null {
  for (const day of clientHours) {
    const from = instantOf(date, day.from, timeZone);
    const until = instantOf(date, day.until, timeZone);
    const opensAt = hours && !isOpen(hours, from) ? nextOpening(hours, from) : from;
    if (opensAt !== null && opensAt < until) return { from: opensAt, until };
  }
  return null;
}

/** The same on that day or, when the department is closed, at noon of the client's: somebody has to call all the same. */
export function dueSpanOn(date: string, hours: BusinessHours | null, timeZone: string): CallSpan {
  return (
    callSpanOn(date, hours, timeZone) ?? {
      from: instantOf(date, 12 * 60, timeZone),
      until: instantOf(date, 13 * 60, timeZone),
    }
  );
}

function closingAfter(hours: BusinessHours, from: number, latest: number): number {
  let last = from;
  for (let at = from; at < latest; at += step) if (isOpen(hours, at)) last = at + step;
  return Math.min(last, latest);
}
