import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { addDays } from '@/lib/domain/deadlines/time-zone';
import { dueSpanOn, isCallDay } from './call-span';

/** SA-1: at most that many days lie between two due dates of a client. */
export const roundDays = 14;
/** A round moves that many days forward at most to spread the calls, unless holidays leave nothing else. */
const spreadDays = 4;

export type ClientToPlan = {
  /** The due date of the client's last planned round (`YYYY-MM-DD`); null when there was none. */
  lastDueOn: string | null;
  /** Where the client's clock stands. */
  timeZone: string;
};

export type PlannedRound = {
  /** `YYYY-MM-DD` on the client's calendar. */
  dueOn: string;
  /** When the client may be called on that day (epoch ms). */
  dueFrom: number;
  dueUntil: number;
};

/**
 * SA-1: when the next round of a client is due. Among the working days of the last part of the fortnight the one with the
 * fewest rounds of that manager is taken, the later of two, and none that has passed as long as another is left. The first
 * round of a client may lie anywhere in the fortnight from today on, and so may that of one whose fortnight passed without a
 * planning: who was nobody's client for a while was not forgotten. Holidays move a round to an earlier day, never to a later
 * one; when the whole fortnight is free of work the day stays, since a client must not be skipped.
 * @param loadOn how many rounds the manager has on that day already
 */
export function planRound(
  { lastDueOn, timeZone }: ClientToPlan,
  { hours, today, loadOn }: { hours: BusinessHours | null; today: string; loadOn: (date: string) => number },
): PlannedRound {
  const isFirst = lastDueOn === null || addDays(lastDueOn, roundDays) < today;
  const start = isFirst ? today : lastDueOn;
  const last = addDays(start, roundDays);
  const backwards = (from: number, until: number) =>
    Array.from({ length: until - from }, (_, day) => addDays(last, -(from + day)));
  const isWorking = (date: string) => isCallDay(date, hours, timeZone);
  const near = backwards(0, isFirst ? roundDays : spreadDays + 1).filter(isWorking);
  const earlier = near.length === 0 ? backwards(spreadDays + 1, roundDays).find(isWorking) : undefined;
  const coming = near.filter((date) => date >= today);
  const choices = earlier !== undefined ? [earlier] : coming.length > 0 ? coming : near;
  const dueOn = choices.reduce(
    (best, date) => (loadOn(date) < loadOn(best) ? date : best),
    choices[0] ?? last,
  );
  const { from, until } = dueSpanOn(dueOn, hours, timeZone);
  return { dueOn, dueFrom: from, dueUntil: until };
}
