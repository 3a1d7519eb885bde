import { z } from 'zod';
import { addDays, instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';

export const backupRhythms = ['off', 'daily', 'hourly'] as const;

/** When the console makes backups by itself and how many of them it keeps, settings under the key `backups`. */
export const backupScheduleSchema = z.object({
  rhythm: z.enum(backupRhythms),
  /** By the office's clock; of a daily one alone. */
  hour: z.int('invalid').min(0, 'tooSmall').max(23, 'tooBig'),
  keptDays: z.int('invalid').min(1, 'tooSmall').max(366, 'tooBig'),
  keptWeeks: z.int('invalid').min(0, 'tooSmall').max(260, 'tooBig'),
});
export type BackupSchedule = z.infer<typeof backupScheduleSchema>;

const defaultSchedule: BackupSchedule = { rhythm: 'daily', hour: 3, keptDays: 14, keptWeeks: 8 };

/** The stored schedule; the demo makes none until told. */
export function readBackupSchedule(stored: unknown, { isDemo }: { isDemo: boolean }): BackupSchedule {
  const parsed = backupScheduleSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  return isDemo ? { ...defaultSchedule, rhythm: 'off' } : defaultSchedule;
}

/** The last moment at which a backup was to be made; null when none is. */
export function lastDueAt({ rhythm, hour }: BackupSchedule, now: number, timeZone: string): number | null {
  if (rhythm === 'off') return null;
  if (rhythm === 'hourly') return Math.floor(now / hourMs) * hourMs;
  const { date } = wallTimeAt(now, timeZone);
  const today = instantOf(date, hour * 60, timeZone);
  return today <= now ? today : instantOf(addDays(date, -1), hour * 60, timeZone);
}

/** A console that has just been started has callers to answer first. */
const catchesUpAfterMs = 10 * minuteMs;
const triesAgainAfterMs = 15 * minuteMs;

type Moment = {
  now: number;
  timeZone: string;
  /** When the newest backup of the schedule was made. */
  newestAt: number | null;
  /** When one was last tried in vain. */
  failedAt: number | null;
  /** Since when the console runs. */
  startedAt: number;
};

/** Whether a backup is to be made now. A time that passed while the console was off is made up for. */
export function isBackupDue(
  schedule: BackupSchedule,
  { now, timeZone, newestAt, failedAt, startedAt }: Moment,
): boolean {
  const dueAt = lastDueAt(schedule, now, timeZone);
  if (dueAt === null || (newestAt !== null && newestAt >= dueAt)) return false;
  if (failedAt !== null && now - failedAt < triesAgainAfterMs) return false;
  return startedAt <= dueAt || now - startedAt >= catchesUpAfterMs;
}

/** Whether the schedule has not been kept for so long that somebody must look: twice its rhythm. */
export function isBackupLate(
  { rhythm }: BackupSchedule,
  { now, newestAt, startedAt }: Pick<Moment, 'now' | 'newestAt' | 'startedAt'>,
): boolean {
  if (rhythm === 'off') return false;
  const patienceMs = 2 * (rhythm === 'daily' ? dayMs : hourMs);
  return now - (newestAt ?? startedAt) > patienceMs;
}

/**
 * Which of the schedule's backups may go: kept are those of the last day, the newest of each of the last `keptDays` days and of
 * each of the last `keptWeeks` weeks that have any, and the newest in any case.
 */
export function expiredBackups(
  backups: readonly { name: string; madeAt: number }[],
  { keptDays, keptWeeks }: Pick<BackupSchedule, 'keptDays' | 'keptWeeks'>,
  { now, timeZone }: Pick<Moment, 'now' | 'timeZone'>,
): string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt - a.madeAt);
  const dayOf = ({ madeAt }: { madeAt: number }) => wallTimeAt(madeAt, timeZone).date;
  const weekOf = (backup: { madeAt: number }) => {
    const { date, weekday } = wallTimeAt(backup.madeAt, timeZone);
    return addDays(date, 1 - weekday);
  };
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter(({ madeAt }) => now - madeAt < dayMs),
    ...firstOfEach(newestFirst, dayOf, keptDays),
    ...firstOfEach(newestFirst, weekOf, keptWeeks),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name);
}

function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => string, most: number): Item[] {
  const firsts = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!firsts.has(key)) firsts.set(key, item);
  }
  return [...firsts.values()].slice(0, most);
}
