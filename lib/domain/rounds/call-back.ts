import { addDays, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { readTypedTime, typedTimeAt } from '@/lib/domain/deadlines/typed-time';
import { roundDays } from './plan-round';

/** Between which times a client may ask to be called back, as they are typed: `YYYY-MM-DDTHH:MM` by the client's own clock. */
export type CallBackSpan = { from: string; until: string };

/** From now on, and within the fortnight of a round (SA-1). */
export const callBackSpan = (now: number, timeZone: string): CallBackSpan => ({
  from: typedTimeAt(now, timeZone),
  until: `${addDays(wallTimeAt(now, timeZone).date, roundDays)}T23:59`,
});

/** Whether a typed time is one, and lies in the span; without a span, one in any is. */
export const isCallBackTime = (typed: string, span: CallBackSpan | undefined): boolean =>
  readTypedTime(typed, 'UTC') !== null && (!span || (typed >= span.from && typed <= span.until));
