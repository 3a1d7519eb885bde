import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs } from '@/lib/domain/duration';
import { type Backup, type BackupFailure, backupNameAt, madeAtOf } from './backup';
import {
  type BackupSchedule,
  expiredBackups,
  isBackupDue,
  isBackupLate,
  lastDueAt,
  readBackupSchedule,
} from './schedule';
import { stateOfBackups } from './state';

const timeZone = 'Europe/Moscow';
const daily: BackupSchedule = { rhythm: 'daily', hour: 3, keptDays: 14, keptWeeks: 8 };
const hourly: BackupSchedule = { ...daily, rhythm: 'hourly' };
const off: BackupSchedule = { ...daily, rhythm: 'off' };
/** Monday 30 November 2026, 12:30 in Moscow. */
const now = Date.UTC(2026, 10, 30, 9, 30);
const threeInTheMorning = Date.UTC(2026, 10, 30, 0, 0);
const longAgo = now - dayMs;

describe('a backup is due', () => {
  const due = (schedule: BackupSchedule, moment: Partial<Parameters<typeof isBackupDue>[1]> = {}) =>
    isBackupDue(schedule, { now, timeZone, newestAt: null, failedAt: null, startedAt: longAgo, ...moment });

  test('once a day at its hour by the office’s clock, and each full hour where that is wanted', () => {
    expect(lastDueAt(daily, now, timeZone)).toBe(threeInTheMorning);
    expect(lastDueAt(daily, threeInTheMorning - 1, timeZone)).toBe(threeInTheMorning - dayMs);
    expect(lastDueAt(hourly, now, timeZone)).toBe(now - 30 * minuteMs);
    expect(due(daily, { newestAt: threeInTheMorning - 1 })).toBe(true);
    expect(due(daily, { newestAt: threeInTheMorning })).toBe(false);
    expect(due(hourly, { newestAt: now - hourMs })).toBe(true);
    expect(due(off)).toBe(false);
  });

  test('later, when the console was off at its hour; but not while it has only just been started', () => {
    expect(due(daily, { startedAt: now - 9 * minuteMs })).toBe(false);
    expect(due(daily, { startedAt: now - 10 * minuteMs })).toBe(true);
  });

  test('again a quarter of an hour after one that came to nothing', () => {
    expect(due(daily, { failedAt: now - 14 * minuteMs })).toBe(false);
    expect(due(daily, { failedAt: now - 15 * minuteMs })).toBe(true);
  });
});

describe('of the schedule’s own', () => {
  const made = (...ats: number[]) => ats.map((madeAt) => ({ name: backupNameAt(madeAt), madeAt }));
  const kept = (backups: { name: string; madeAt: number }[], days: number, weeks: number) => {
    const expired = expiredBackups(backups, { keptDays: days, keptWeeks: weeks }, { now, timeZone });
    return backups.filter(({ name }) => !expired.includes(name)).map(({ madeAt }) => madeAt);
  };

  test('all of the last day stay, then the newest of each day, then the newest of each week', () => {
    const hours = Array.from({ length: 24 * 30 }, (_, at) => now - at * hourMs);
    const stay = kept(made(...hours), 3, 3);
    expect(stay.slice(0, 24)).toEqual(hours.slice(0, 24));
    expect(stay.slice(24).map(backupNameAt)).toEqual([
      // The evening before yesterday, by Moscow's clock, and two Sundays.
      '2026-11-28T20-30-00Z',
      '2026-11-22T20-30-00Z',
    ]);
  });

  test('the newest stays however old it is', () => {
    const old = now - 400 * dayMs;
    expect(kept(made(old, old - dayMs), 1, 0)).toEqual([old]);
  });
});

describe('how it stands with the backups', () => {
  const backup = (madeAt: number, problems: NonNullable<Backup['check']>['problems'] = []): Backup => ({
    name: backupNameAt(madeAt),
    madeAt,
    summary: { origin: 'schedule', byteLength: 1, rowCount: 1, fileCount: 0, missingCount: 0 },
    check: { checkedAt: madeAt, problems },
  });
  const state = (schedule: BackupSchedule, backups: Backup[], failure: BackupFailure | null = null) =>
    stateOfBackups({
      backups,
      failure,
      schedule,
      office: { timeZone, startedAt: longAgo, isDemo: false },
      now,
    });

  test('is right while the schedule is kept, and late after twice its rhythm', () => {
    expect(state(daily, [backup(now - 2 * dayMs)])).toBe('kept');
    expect(state(daily, [backup(now - 2 * dayMs - 1)])).toBe('late');
    expect(isBackupLate(hourly, { now, newestAt: null, startedAt: now - 3 * hourMs })).toBe(true);
    expect(state(off, [])).toBe('off');
  });

  test('is wrong after a failed attempt until one succeeds, and while the newest is damaged', () => {
    const failure = { at: now - hourMs, code: 'noSpace', detail: '' } as const;
    expect(state(daily, [backup(now - 2 * hourMs)], failure)).toBe('failed');
    expect(state(daily, [backup(now)], failure)).toBe('kept');
    expect(state(off, [backup(now, [{ kind: 'table', what: 'calls' }])])).toBe('damaged');
    expect(state(daily, [{ ...backup(now), summary: null }])).toBe('damaged');
  });
});

test('without a word an installation makes a backup each night, and the demo none', () => {
  expect(readBackupSchedule(undefined, { isDemo: false })).toEqual(daily);
  expect(readBackupSchedule({ rhythm: 'sometimes' }, { isDemo: true })).toEqual(off);
  expect(readBackupSchedule(hourly, { isDemo: true })).toEqual(hourly);
});

test('the name of a backup is its moment, to the second', () => {
  expect(backupNameAt(now)).toBe('2026-11-30T09-30-00Z');
  expect(madeAtOf('2026-11-30T09-30-00Z-2')).toBe(now);
});
