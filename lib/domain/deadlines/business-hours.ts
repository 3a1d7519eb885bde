import { z } from 'zod';
import { companyTimeZone, isTimeZone } from './time-zone';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const interval = z
  .object({ from: clockTime, until: clockTime })
  .refine(({ from, until }) => from < until, { error: 'endsBeforeItBegins' });

const intervals = z.array(interval).max(10).refine(doNotOverlap, { error: 'overlap' });

/**
 * When a department works (IN-11): times of day on its own wall clock, `24:00` for the end of the day, Monday = 1.
 * A holiday replaces the whole day; without intervals the department is closed.
 */
export const businessHoursSchema = z.object({
  timeZone: z.string().refine(isTimeZone, { error: 'unknownTimeZone' }),
  weekly: z
    .array(z.object({ weekday: z.int().min(1).max(7), intervals }))
    .max(7)
    .refine((days) => new Set(days.map((day) => day.weekday)).size === days.length, { error: 'dayTwice' }),
  holidays: z
    .array(z.object({ date: z.iso.date(), intervals }))
    .max(400)
    .refine((days) => new Set(days.map((day) => day.date)).size === days.length, { error: 'dayTwice' }),
});

export type BusinessHours = z.infer<typeof businessHoursSchema>;
export type ClockInterval = z.infer<typeof interval>;

/** The hours of a department as they were kept; null when they cannot be read, so that its clock never pauses. */
export function hoursOf({ hours }: { hours: unknown }): BusinessHours | null {
  const parsed = businessHoursSchema.safeParse(hours);
  return parsed.success ? parsed.data : null;
}

/** By whose clock a department works; the company's when there is no such department or its hours cannot be read. */
export const timeZoneOf = (department: { hours: unknown } | null): string =>
  (department && hoursOf(department)?.timeZone) ?? companyTimeZone;

/** Hours of a department that never closes. */
export function roundTheClock(timeZone: string): BusinessHours {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    intervals: [{ from: '00:00', until: '24:00' }],
  }));
  return { timeZone, weekly, holidays: [] };
}

function doNotOverlap(day: ClockInterval[]): boolean {
  const sorted = [...day].sort((one, other) => one.from.localeCompare(other.from));
  return sorted.every((one, index) => index === 0 || sorted[index - 1]!.until <= one.from);
}
