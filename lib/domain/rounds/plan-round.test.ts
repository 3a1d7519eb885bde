import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { addDays, wallTimeAt, weekdayOf } from '@/lib/domain/deadlines/time-zone';
import { isOpen } from '@/lib/domain/deadlines/working-time';
import { planRound, roundDays } from './plan-round';
import {
  attemptsMade,
  countedAttempts,
  isNewHour,
  nextCallAt,
  nextNewHour,
  verdictOf,
  wordsOfDissatisfied,
} from './round';

const weekly = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  intervals: [{ from: '09:00', until: '18:00' }],
}));
const office = (holidays: string[] = []): BusinessHours => ({
  timeZone: 'Europe/Moscow',
  weekly,
  holidays: holidays.map((date) => ({ date, intervals: [] })),
});
const zones = ['Europe/Kaliningrad', 'Europe/Moscow', 'Asia/Novosibirsk', 'Asia/Kamchatka'];
const days = (from: string, until: string) =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

describe('SA-1: rounds', () => {
  test('over 52 weeks of holidays and absences are neither skipped nor doubled, at most 14 days apart', () => {
    const start = '2026-11-02';
    const holidaysOf = fc.array(fc.record({ at: fc.nat(363), length: fc.integer({ min: 1, max: 10 }) }), {
      maxLength: 12,
    });
    const clientsOf = fc.array(fc.record({ zone: fc.constantFrom(...zones), from: fc.nat(60) }), {
      minLength: 1,
      maxLength: 8,
    });
    const quietOf = fc.array(fc.nat(363), { maxLength: 40 });
    const gapOf = fc.record({ at: fc.nat(363), length: fc.integer({ min: 0, max: 60 }) });
    fc.assert(
      fc.property(holidaysOf, clientsOf, quietOf, gapOf, (holidays, clients, quiet, gap) => {
        const closed = new Set(
          holidays.flatMap(({ at, length }) => Array.from({ length }, (_, day) => addDays(start, at + day))),
        );
        const hours = office([...closed]);
        // On some days nothing is planned, as when the process is down.
        const gone = Array.from({ length: gap.length }, (_, day) => gap.at + day);
        const silent = new Set([...quiet, ...gone].map((day) => addDays(start, day)));
        const due = clients.map(() => [] as string[]);
        const load = new Map<string, number>();
        const wrong: string[] = [];
        for (let day = 0; day < 364; day += 1) {
          const today = addDays(start, day);
          if (silent.has(today)) continue;
          clients.forEach(({ zone, from }, client) => {
            if (day < from) return;
            const known = due[client]!;
            for (let last = known.at(-1) ?? null; last === null || last <= today; last = known.at(-1)!) {
              const { dueOn, dueFrom, dueUntil } = planRound(
                { lastDueOn: last, timeZone: zone },
                { hours, today, loadOn: (date) => load.get(date) ?? 0 },
              );
              known.push(dueOn);
              load.set(dueOn, (load.get(dueOn) ?? 0) + 1);
              const there = wallTimeAt(dueFrom, zone);
              const isDay = there.minuteOfDay >= 8 * 60 && there.minuteOfDay < 21 * 60;
              if (dueFrom >= dueUntil || there.date !== dueOn || !isDay) wrong.push(`${dueOn}: not by day`);
              // Where the console stood still for the whole fortnight, it is counted from when it runs again.
              const isLate = last !== null && days(last, today) > roundDays;
              const apart = days(isLate ? today : (last ?? today), dueOn);
              if (apart < 1 || apart > roundDays) wrong.push(`${dueOn}: ${apart} days after ${last}`);
              const isFree = closed.has(dueOn) || weekdayOf(dueOn) > 5;
              if (isFree && apart !== roundDays) wrong.push(`${dueOn}: a free day that need not be`);
              if (!isFree && !isOpen(hours, dueFrom)) wrong.push(`${dueOn}: nobody works`);
            }
          });
        }
        expect(wrong).toEqual([]);
        for (const dates of due) expect(new Set(dates).size).toBe(dates.length);
      }),
      { numRuns: 15 },
    );
  });

  test('of many clients taken over at once lie on many days', () => {
    const load = new Map<string, number>();
    for (let client = 0; client < 100; client += 1) {
      const { dueOn } = planRound(
        { lastDueOn: null, timeZone: 'Asia/Novosibirsk' },
        { hours: office(), today: '2026-11-02', loadOn: (date) => load.get(date) ?? 0 },
      );
      load.set(dueOn, (load.get(dueOn) ?? 0) + 1);
    }
    expect([...load.values()]).toEqual(Array.from({ length: 10 }, () => 10));
  });

  test('planned late are due on a day that is still to come, while there is one', () => {
    const plan = (lastDueOn: string) =>
      planRound({ lastDueOn, timeZone: 'Europe/Moscow' }, { hours: office(), today: '2026-11-18', loadOn })
        .dueOn;
    // Past days have no load, as rounds are counted from today on.
    const loadOn = (date: string) => (date < '2026-11-18' ? 0 : 5);
    expect(plan('2026-11-06')).toBe('2026-11-20');
    expect(plan('2026-11-04')).toBe('2026-11-18');
  });

  test('after a gap of more than a fortnight begin anew from today, instead of fortnight by fortnight from the past', () => {
    const today = '2026-11-18';
    const plan = (lastDueOn: string | null) =>
      planRound({ lastDueOn, timeZone: 'Europe/Moscow' }, { hours: office(), today, loadOn: () => 0 });
    for (const lastDueOn of ['2026-11-03', '2026-09-18', '2025-01-02']) {
      expect(plan(lastDueOn)).toEqual(plan(null));
    }
    expect(days(today, plan('2026-09-18').dueOn)).toBeLessThanOrEqual(roundDays);
  });

  test('before the new year holidays come earlier, never later', () => {
    const newYear = Array.from({ length: 11 }, (_, day) => addDays('2026-12-31', day));
    const { dueOn } = planRound(
      { lastDueOn: '2026-12-24', timeZone: 'Europe/Moscow' },
      { hours: office(newYear), today: '2026-12-24', loadOn: () => 0 },
    );
    expect(dueOn).toBe('2026-12-30');
  });

  test('take a client by the clock of the client', () => {
    const moscow = (at: number) => wallTimeAt(at, 'Europe/Moscow').minuteOfDay / 60;
    const plan = (timeZone: string) =>
      planRound(
        { lastDueOn: '2026-11-02', timeZone },
        { hours: office(), today: '2026-11-02', loadOn: () => 0 },
      );
    const near = plan('Asia/Novosibirsk');
    expect([moscow(near.dueFrom), moscow(near.dueUntil)]).toEqual([9, 14]);
    const far = plan('Asia/Kamchatka');
    expect([moscow(far.dueFrom), moscow(far.dueUntil)]).toEqual([9, 12]);
  });
});

describe('SA-1: attempts', () => {
  const at = (hour: string) => Date.parse(`2026-11-02T${hour}:00Z`);
  test('count once an hour of the client’s day', () => {
    const tried = [at('07:05'), at('07:50'), at('09:10'), at('07:20') + 86_400_000];
    expect(countedAttempts(tried, 'Europe/Moscow')).toEqual([at('07:05'), at('09:10')]);
    expect(isNewHour(tried, at('09:59'), 'Europe/Moscow')).toBe(false);
    expect(nextNewHour(tried, at('07:30'), 'Europe/Moscow')).toBe(at('08:00'));
  });

  test('are three at most: who asked to be called later was reached', () => {
    const attempts = [
      { at: at('07:05'), outcome: 'noAnswer' },
      { at: at('08:05'), outcome: 'askedToCallLater' },
      { at: at('09:05'), outcome: 'busy' },
      { at: at('09:15'), outcome: 'wrongNumber' },
      { at: at('10:05'), outcome: 'brokenOff' },
    ] as const;
    expect(attemptsMade(attempts, 'Europe/Moscow')).toBe(3);
    expect(attemptsMade(attempts.slice(0, 2), 'Europe/Moscow')).toBe(1);
  });

  test('wait for the day of the client, and for an hour that was not tried', () => {
    const wait = (tried: number[], hour: string, timeZone: string) => nextCallAt(tried, at(hour), timeZone);
    expect(wait([], '09:40', 'Europe/Moscow')).toBe(at('09:40'));
    expect(wait([at('09:10')], '09:40', 'Europe/Moscow')).toBe(at('10:00'));
    expect(wait([], '01:20', 'Europe/Moscow')).toBe(at('05:00'));
    expect(wait([], '18:30', 'Europe/Moscow')).toBe(at('05:00') + 86_400_000);
    expect(wait([at('05:30')], '18:30', 'Europe/Moscow')).toBe(at('06:00') + 86_400_000);
    expect(wait([], '09:40', 'Asia/Kamchatka')).toBe(at('20:00'));
  });
});

describe('SA-2: a client', () => {
  const said = (verdict: 'satisfied' | 'dissatisfied', words = '') => ({ verdict, words });
  test('is satisfied with all three or not at all', () => {
    expect(verdictOf({ software: said('satisfied'), support: said('satisfied') })).toBeNull();
    const all = { software: said('satisfied'), support: said('satisfied'), company: said('satisfied') };
    expect(verdictOf(all)).toBe('satisfied');
    const slow = { ...all, support: said('dissatisfied', ' отвечают через день ') };
    expect(verdictOf(slow)).toBe('dissatisfied');
    expect(wordsOfDissatisfied(slow)).toBe('отвечают через день');
  });
});
