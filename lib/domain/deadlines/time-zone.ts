import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The clock of what is one for the whole company whoever looks at it: months of pay, the days of trends, the fortnight of a
 * complaint. Also of a department whose hours cannot be read.
 */
export const companyTimeZone = 'Europe/Moscow';

/** Whether this system knows a time zone of that name (IANA). */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The calendar date and the time of day on a wall clock there; `weekday` counts from Monday = 1. */
export type WallTime = { date: string; minuteOfDay: number; weekday: number };

/** What a wall clock there shows at an instant (epoch ms). */
export function wallTimeAt(at: number, timeZone: string): WallTime {
  const wall = new Date(at + offsetMs(at, timeZone));
  const date = wall.toISOString().slice(0, 10);
  return { date, minuteOfDay: wall.getUTCHours() * 60 + wall.getUTCMinutes(), weekday: weekdayOf(date) };
}

/**
 * The first instant (epoch ms) at which the wall clock there shows the time or has passed it.
 * When clocks go back, that is the first of the two; when they skip the time, the moment of the skip.
 */
export function instantOf(date: string, minuteOfDay: number, timeZone: string): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minuteOfDay * minuteMs;
  const before = wall - offsetMs(wall - dayMs, timeZone);
  const after = wall - offsetMs(wall + dayMs, timeZone);
  const shown = [Math.min(before, after), Math.max(before, after)];
  const exact = shown.find((at) => at + offsetMs(at, timeZone) === wall);
  return exact ?? skipBetween(shown[0]!, shown[1]!, timeZone);
}

/** The date (`YYYY-MM-DD`) so many days later; earlier by a negative number. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The day of the week of a date (`YYYY-MM-DD`), from Monday = 1. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function skipBetween(earliest: number, latest: number, timeZone: string): number {
  const offsetAfter = offsetMs(latest, timeZone);
  let still = earliest;
  let skipped = latest;
  while (skipped - still > 1) {
    const middle = Math.floor((still + skipped) / 2);
    if (offsetMs(middle, timeZone) === offsetAfter) skipped = middle;
    else still = middle;
  }
  return skipped;
}

const mostOffsets = 1000;
const offsets = new Map<string, number>();

/** Remembered per minute: reading it from the calendar of the platform is slow, and clocks change on a full minute. */
function offsetMs(at: number, timeZone: string): number {
  const key = `${Math.floor(at / minuteMs)} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= mostOffsets) offsets.clear();
  const offset = readOffsetMs(at, timeZone);
  offsets.set(key, offset);
  return offset;
}

function readOffsetMs(at: number, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d+):?(\d+)?:?(\d+)?/.exec(name ?? '') ?? [];
  if (!hours) return 0;
  const size = Number(hours) * hourMs + Number(minutes ?? 0) * minuteMs + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, format);
  return format;
}
