import { daysIn, type Period } from '@/lib/domain/reports/period';
import type { HourRow } from '@/lib/domain/reports/reports.contract';

export type CallsRow = Omit<HourRow, 'day' | 'hour'> & {
  key: string;
  /** Of a row that stands for a day. */
  day: string | null;
  /** Of a row that stands for an hour. */
  hour: number | null;
};

const nothing = {
  queued: 0,
  answered: 0,
  inTime: 0,
  lostLate: 0,
  lostShort: 0,
  answeredWaitMs: 0,
  closedHours: 0,
  blocked: 0,
  holdMs: 0,
};

/** One row an hour for a single day, one a day for longer; hours and days in between without a call are shown too. */
export function sumUpHours(hours: readonly HourRow[], period: Period): CallsRow[] {
  if (hours.length === 0) return [];
  const isOneDay = daysIn(period) === 1;
  const rows = new Map<string, CallsRow>();
  if (isOneDay) {
    const all = hours.map(({ hour }) => hour);
    for (let hour = Math.min(...all); hour <= Math.max(...all); hour += 1) {
      rows.set(String(hour), { key: String(hour), day: null, hour, ...nothing });
    }
  } else {
    const days = hours.map(({ day }) => day).sort();
    for (let at = Date.parse(days[0]!); at <= Date.parse(days.at(-1)!); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      rows.set(day, { key: day, day, hour: null, ...nothing });
    }
  }
  for (const hour of hours) add(rows.get(isOneDay ? String(hour.hour) : hour.day)!, hour);
  return [...rows.values()];
}

export function totalOf(hours: readonly HourRow[]): CallsRow {
  const total: CallsRow = { key: 'total', day: null, hour: null, ...nothing };
  for (const hour of hours) add(total, hour);
  return total;
}

function add(row: CallsRow, hour: HourRow): void {
  for (const name of Object.keys(nothing) as (keyof typeof nothing)[]) row[name] += hour[name];
}
