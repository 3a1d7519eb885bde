import { addDays, instantOf, wallTimeAt, weekdayOf } from '@/lib/domain/deadlines/time-zone';

export const calendarSpans = ['week', 'month'] as const;
export type CalendarSpan = (typeof calendarSpans)[number];

export type CalendarStretch = {
  span: CalendarSpan;
  /** The day (`YYYY-MM-DD`) it is about; its month is the one shown. */
  day: string;
  /** From a Monday to a Sunday: one week, or all that the month touches. */
  days: string[];
  /** Epoch ms: the beginning of the first day and the end of the last. */
  from: number;
  until: number;
};

/** The week or month around a day by the office's clock; today's when the day is none. */
export function calendarStretch(
  span: CalendarSpan,
  day: string | undefined,
  now: number,
  timeZone: string,
): CalendarStretch {
  const about = isDay(day) ? day : wallTimeAt(now, timeZone).date;
  const first = mondayOf(span === 'week' ? about : `${about.slice(0, 7)}-01`);
  const last = addDays(mondayOf(span === 'week' ? about : lastOfMonth(about)), 6);
  const days: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return {
    span,
    day: about,
    days,
    from: instantOf(first, 0, timeZone),
    until: instantOf(addDays(last, 1), 0, timeZone),
  };
}

/** A day of the stretch before or after. */
export function neighbourDay({ span, day }: Pick<CalendarStretch, 'span' | 'day'>, step: -1 | 1): string {
  if (span === 'week') return addDays(day, step * 7);
  return step === 1 ? addDays(lastOfMonth(day), 1) : addDays(`${day.slice(0, 7)}-01`, -1);
}

/** The same time of another day, as a date and time field holds it. */
export const sameTimeOn = (day: string, dueAt: number, timeZone: string): string => {
  const { minuteOfDay } = wallTimeAt(dueAt, timeZone);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${day}T${part(Math.floor(minuteOfDay / 60))}:${part(minuteOfDay % 60)}`;
};

const mondayOf = (date: string) => addDays(date, 1 - weekdayOf(date));

const lastOfMonth = (date: string) => addDays(`${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);

const isDay = (text: string | undefined): text is string =>
  text !== undefined &&
  /^(19|20)\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
