import { instantOf, wallTimeAt } from './time-zone';

/** Epoch ms of a date and time as people type it, `YYYY-MM-DDTHH:MM` by the wall clock there; null when it is none. */
export function readTypedTime(typed: string, timeZone: string): number | null {
  const [, date, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(typed) ?? [];
  if (!date || Number.isNaN(Date.parse(`${date}T${hour}:${minute}Z`))) return null;
  return instantOf(date, Number(hour) * 60 + Number(minute), timeZone);
}

/** The same the other way round: what stands in a date and time field for an instant (epoch ms). */
export function typedTimeAt(at: number, timeZone: string): string {
  const { date, minuteOfDay } = wallTimeAt(at, timeZone);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date}T${part(Math.floor(minuteOfDay / 60))}:${part(minuteOfDay % 60)}`;
}
