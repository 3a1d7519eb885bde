import { type BusinessHours, businessHoursSchema } from '@/lib/domain/deadlines/business-hours';

/** What the words of changed hours are made with. */
export type HoursVocabulary = {
  /** What the zone itself is called, and one zone by its IANA name. */
  zoneLabel: string;
  zone: (timeZone: string) => string;
  /** Monday = 1. */
  weekday: (weekday: number) => string;
  /** `YYYY-MM-DD`. */
  day: (date: string) => string;
  closed: string;
  /** A day that is no special day. */
  asUsual: string;
};

export type ChangedPart = { what: string; before: string; after: string };

type Intervals = BusinessHours['holidays'][number]['intervals'];

/** What differs between two timetables, part by part; null when one of them is none, as for a new department. */
export function changedHours(from: unknown, to: unknown, words: HoursVocabulary): ChangedPart[] | null {
  const before = businessHoursSchema.safeParse(from).data;
  const after = businessHoursSchema.safeParse(to).data;
  if (!before || !after) return null;
  const say = (intervals: Intervals | undefined, otherwise: string) => {
    if (!intervals) return otherwise;
    return intervals.map((interval) => `${interval.from}–${interval.until}`).join(', ') || words.closed;
  };
  const onWeekday = (hours: BusinessHours, weekday: number) =>
    say(hours.weekly.find((day) => day.weekday === weekday)?.intervals, words.closed);
  const onDate = (hours: BusinessHours, date: string) =>
    say(hours.holidays.find((day) => day.date === date)?.intervals, words.asUsual);
  const dates = [...new Set([...before.holidays, ...after.holidays].map((day) => day.date))].sort();
  return [
    { what: words.zoneLabel, before: words.zone(before.timeZone), after: words.zone(after.timeZone) },
    ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      what: words.weekday(weekday),
      before: onWeekday(before, weekday),
      after: onWeekday(after, weekday),
    })),
    ...dates.map((date) => ({
      what: words.day(date),
      before: onDate(before, date),
      after: onDate(after, date),
    })),
  ].filter((part) => part.before !== part.after);
}
