import { addDays, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { readTypedTime, typedTimeAt } from '@/lib/domain/deadlines/typed-time';
import { roundDays } from './plan-round';
import { clientDay } from './round';

/** Between which times a client may ask to be called back, as they are typed: `YYYY-MM-DDTHH:MM` by the client's own clock. */
export type CallBackSpan = { from: string; until: string };

/**
 * From now on, within a fortnight and before the client's next round is due (SA-1); on the day before it, today at the earliest.
 * @param nextDueOn when the next round is due (`YYYY-MM-DD`)
 */
export function callBackSpan(
  now: number,
  { timeZone, nextDueOn }: { timeZone: string; nextDueOn: string },
): CallBackSpan {
  const today = wallTimeAt(now, timeZone).date;
  const [last = today] = [addDays(today, roundDays), addDays(nextDueOn, -1)].sort();
  return { from: typedTimeAt(now, timeZone), until: `${last < today ? today : last}T23:59` };
}

/** Whether a typed time is one, is by day at the client's and lies in the span; without a span, one at any time is. */
export function isCallBackTime(typed: string, span: CallBackSpan | undefined): boolean {
  const at = readTypedTime(typed, 'UTC');
  if (at === null || !span) return at !== null;
  const { minuteOfDay } = wallTimeAt(at, 'UTC');
  const isByDay = minuteOfDay >= clientDay.from && minuteOfDay < clientDay.until;
  return isByDay && typed >= span.from && typed <= span.until;
}
