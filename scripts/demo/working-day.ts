import { addDays, instantOf, wallTimeAt, weekdayOf } from '@/lib/domain/deadlines/time-zone';
import { hourMs, minuteMs } from '@/lib/domain/duration';
import type { Random } from './random';

const timeZone = 'Europe/Moscow';

/** Some moment of the working day so many days ago, seldom at a weekend; never later than `now`. */
export function momentDaysAgo(random: Random, now: number, days: number): number {
  const today = wallTimeAt(now, timeZone).date;
  let date = addDays(today, -days);
  if (weekdayOf(date) > 5 && random.chance(0.8)) date = addDays(date, -2);
  const at = instantOf(date, random.between(9 * 60, 19 * 60), timeZone) + random.between(0, 59) * 1000;
  return at < now ? at : now - random.between(10 * minuteMs, 2 * hourMs);
}

/** The next due time people would name: a whole half-hour of a working day. */
export function roundDue(at: number): number {
  const { date, minuteOfDay, weekday } = wallTimeAt(at, timeZone);
  const halfHour = Math.max(Math.ceil(minuteOfDay / 30) * 30, 9 * 60);
  if (weekday <= 5 && halfHour <= 18 * 60) return instantOf(date, halfHour, timeZone);
  const daysOff = weekday >= 5 ? 8 - weekday : 1;
  return instantOf(addDays(date, daysOff), 10 * 60, timeZone);
}
