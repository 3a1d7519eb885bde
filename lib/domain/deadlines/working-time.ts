import type { BusinessHours, ClockInterval } from './business-hours';
import { addDays, instantOf, wallTimeAt, weekdayOf } from './time-zone';

/** A department that opens on none of these days is treated as one that never opens. */
const horizonDays = 400;

type OpenSpan = { startsAt: number; endsAt: number };

/** Whether the department works at that instant (epoch ms). */
export function isOpen(hours: BusinessHours, at: number): boolean {
  const { date } = wallTimeAt(at, hours.timeZone);
  return spansOf(hours, date).some((span) => span.startsAt <= at && at < span.endsAt);
}

/** The clock of a promise stands still outside the department's hours (IN-11). */
export function isPaused(hours: BusinessHours, at: number): boolean {
  return !isOpen(hours, at);
}

/** The first instant from `at` on at which the department works; `at` itself when it is open, null when it never opens. */
export function nextOpening(hours: BusinessHours, at: number): number | null {
  for (const span of spansFrom(hours, at)) return span.startsAt;
  return null;
}

/**
 * When a promise given at `from` comes due, its clock running in working hours only (IN-11).
 * A department that never opens pauses nothing: its promises would otherwise have no time at all.
 */
export function addWorkingTime(hours: BusinessHours, from: number, durationMs: number): number {
  let leftMs = durationMs;
  let lastEnd: number | null = null;
  for (const span of spansFrom(hours, from)) {
    const length = span.endsAt - span.startsAt;
    if (leftMs <= length) return span.startsAt + leftMs;
    leftMs -= length;
    lastEnd = span.endsAt;
  }
  return lastEnd === null ? from + leftMs : addWorkingTime(hours, lastEnd, leftMs);
}

/** Working ms until a promise comes due; negative: working ms since. */
export function workingTimeLeft(hours: BusinessHours, dueAt: number, now: number): number {
  return now <= dueAt ? workingTimeBetween(hours, now, dueAt) : -workingTimeBetween(hours, dueAt, now);
}

/** Working ms from one instant to a later one, 0 when it is not later; without readable hours, or any, no clock stands still. */
export function timeOnClock(hours: BusinessHours | null, from: number, until: number): number {
  const pauses = hours !== null && nextOpening(hours, from) !== null;
  return pauses ? workingTimeBetween(hours, from, until) : Math.max(0, until - from);
}

/** Of the time between two instants (epoch ms) that which lies within working hours, in ms. */
export function workingTimeBetween(hours: BusinessHours, from: number, until: number): number {
  let sum = 0;
  let date = wallTimeAt(from, hours.timeZone).date;
  for (const last = wallTimeAt(until, hours.timeZone).date; date <= last; date = addDays(date, 1)) {
    for (const span of spansOf(hours, date)) {
      sum += Math.max(0, Math.min(span.endsAt, until) - Math.max(span.startsAt, from));
    }
  }
  return sum;
}

function* spansFrom(hours: BusinessHours, at: number): Generator<OpenSpan> {
  let date = wallTimeAt(at, hours.timeZone).date;
  for (let day = 0; day <= horizonDays; day += 1, date = addDays(date, 1)) {
    for (const { startsAt, endsAt } of spansOf(hours, date)) {
      if (endsAt > at) yield { startsAt: Math.max(startsAt, at), endsAt };
    }
  }
}

function spansOf(hours: BusinessHours, date: string): OpenSpan[] {
  return intervalsOn(hours, date)
    .map(({ from, until }) => ({
      startsAt: instantOf(date, minutes(from), hours.timeZone),
      endsAt: instantOf(date, minutes(until), hours.timeZone),
    }))
    .filter((span) => span.startsAt < span.endsAt)
    .sort((one, other) => one.startsAt - other.startsAt);
}

function intervalsOn(hours: BusinessHours, date: string): ClockInterval[] {
  const holiday = hours.holidays.find((day) => day.date === date);
  if (holiday) return holiday.intervals;
  return hours.weekly.find((day) => day.weekday === weekdayOf(date))?.intervals ?? [];
}

function minutes(clockTime: string): number {
  const [hour, minute] = clockTime.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
