import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/duration';
import { type BusinessHours, businessHoursSchema, roundTheClock } from './business-hours';
import {
  addWorkingTime,
  isOpen,
  isPaused,
  nextOpening,
  workingTimeBetween,
  workingTimeLeft,
} from './working-time';

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  intervals: [{ from: '09:00', until: '18:00' }],
}));
const office: BusinessHours = {
  timeZone: 'Europe/Moscow',
  weekly: weekdays,
  holidays: [
    { date: '2026-11-04', intervals: [] },
    { date: '2026-11-03', intervals: [{ from: '09:00', until: '17:00' }] },
  ],
};
const moscow = (text: string) => Date.parse(`${text}+03:00`);

describe('an office that works on weekdays from nine to six (IN-11)', () => {
  test('is open from the first to the last minute and not at the moment of closing', () => {
    expect(isOpen(office, moscow('2026-11-02T08:59:59'))).toBe(false);
    expect(isOpen(office, moscow('2026-11-02T09:00:00'))).toBe(true);
    expect(isOpen(office, moscow('2026-11-02T17:59:59'))).toBe(true);
    expect(isOpen(office, moscow('2026-11-02T18:00:00'))).toBe(false);
  });

  test('closes earlier before a holiday and stays closed on it', () => {
    expect(isOpen(office, moscow('2026-11-03T17:30:00'))).toBe(false);
    expect(isOpen(office, moscow('2026-11-04T12:00:00'))).toBe(false);
  });

  test('a call missed on the eve of a holiday comes due when the office opens after it', () => {
    expect(nextOpening(office, moscow('2026-11-03T17:30:00'))).toBe(moscow('2026-11-05T09:00:00'));
  });

  test('the next opening of an open office is now', () => {
    expect(nextOpening(office, moscow('2026-11-02T12:00:00'))).toBe(moscow('2026-11-02T12:00:00'));
  });

  test('a minute promised half a minute before closing runs out half a minute after the next opening', () => {
    const promised = moscow('2026-11-06T17:59:30');
    const dueAt = addWorkingTime(office, promised, minuteMs);
    expect(dueAt).toBe(moscow('2026-11-09T09:00:30'));
    expect(isPaused(office, moscow('2026-11-07T12:00:00'))).toBe(true);
    expect(workingTimeLeft(office, dueAt, moscow('2026-11-07T12:00:00'))).toBe(30 * secondMs);
    expect(workingTimeLeft(office, dueAt, moscow('2026-11-09T09:01:00'))).toBe(-30 * secondMs);
  });

  test('a minute promised in working hours is a minute', () => {
    expect(addWorkingTime(office, moscow('2026-11-02T12:00:00'), minuteMs)).toBe(
      moscow('2026-11-02T12:01:00'),
    );
  });
});

describe('clocks that change', () => {
  const berlin = (from: string, until: string): BusinessHours => ({
    timeZone: 'Europe/Berlin',
    weekly: [{ weekday: 7, intervals: [{ from, until }] }],
    holidays: [],
  });

  test('a night shift is an hour shorter when clocks go forward', () => {
    const [from, until] = [Date.parse('2026-03-29T00:00:00+01:00'), Date.parse('2026-03-29T12:00:00+02:00')];
    expect(workingTimeBetween(berlin('01:00', '04:00'), from, until)).toBe(2 * hourMs);
  });

  test('a night shift is an hour longer when clocks go back', () => {
    const [from, until] = [Date.parse('2026-10-25T00:00:00+02:00'), Date.parse('2026-10-25T12:00:00+01:00')];
    expect(workingTimeBetween(berlin('01:00', '04:00'), from, until)).toBe(4 * hourMs);
  });

  test('an opening at a time that clocks skip is the moment of the skip', () => {
    const night = Date.parse('2026-03-29T00:00:00+01:00');
    expect(nextOpening(berlin('02:30', '05:00'), night)).toBe(Date.parse('2026-03-29T03:00:00+02:00'));
  });

  test('a shift within the skipped hour does not take place', () => {
    const [from, until] = [Date.parse('2026-03-29T00:00:00+01:00'), Date.parse('2026-03-29T12:00:00+02:00')];
    expect(workingTimeBetween(berlin('02:10', '02:50'), from, until)).toBe(0);
  });
});

test('a department that never closes pauses nothing', () => {
  const always = roundTheClock('Europe/Berlin');
  const clockGoesBack = Date.parse('2026-10-25T00:00:00Z');
  expect(addWorkingTime(always, clockGoesBack, 3 * dayMs)).toBe(clockGoesBack + 3 * dayMs);
  expect(isPaused(always, clockGoesBack + hourMs)).toBe(false);
});

test('a department that never opens has no next opening, and its promises still have a time', () => {
  const never: BusinessHours = { timeZone: 'Europe/Moscow', weekly: [], holidays: [] };
  expect(nextOpening(never, 0)).toBeNull();
  expect(addWorkingTime(never, 1000, minuteMs)).toBe(1000 + minuteMs);
});

const quarter = fc.integer({ min: 0, max: 96 });
const clock = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const day = fc
  .uniqueArray(quarter, { minLength: 2, maxLength: 6 })
  .map((marks) => marks.sort((one, other) => one - other))
  .map((marks) =>
    marks.flatMap((mark, index) =>
      index % 2 === 1 ? [{ from: clock(marks[index - 1]!), until: clock(mark) }] : [],
    ),
  );
const anyHours = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Moscow',
    'Europe/Berlin',
    'America/Havana',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  ),
  weekly: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .chain((days) =>
      fc.tuple(...days.map((weekday) => fc.record({ weekday: fc.constant(weekday), intervals: day }))),
    ),
  holidays: fc.constantFrom<BusinessHours['holidays']>([], [{ date: '2026-10-25', intervals: [] }]),
});
const anyTime = fc.integer({
  min: Date.parse('2026-01-01T00:00:00Z'),
  max: Date.parse('2026-12-31T00:00:00Z'),
});

describe('whatever the hours', () => {
  test('they are hours that the settings accept', () => {
    fc.assert(fc.property(anyHours, (hours) => businessHoursSchema.safeParse(hours).success));
  });

  test('a promise comes due exactly when its working time has run', () => {
    fc.assert(
      fc.property(anyHours, anyTime, fc.integer({ min: 1, max: 40 * hourMs }), (hours, from, durationMs) => {
        const dueAt = addWorkingTime(hours, from, durationMs);
        expect(workingTimeLeft(hours, dueAt, from)).toBe(durationMs);
        expect(isOpen(hours, dueAt - 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('a department is open at its next opening and closed until then', () => {
    fc.assert(
      fc.property(anyHours, anyTime, (hours, at) => {
        const opening = nextOpening(hours, at);
        expect(opening).not.toBeNull();
        expect(isOpen(hours, opening!)).toBe(true);
        expect(workingTimeBetween(hours, at, opening!)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ['ends before it begins', { from: '18:00', until: '09:00' }],
  ['has no such time', { from: '09:00', until: '25:00' }],
])('hours are refused when an interval %s', (_, interval) => {
  const weekly = [{ weekday: 1, intervals: [interval] }];
  expect(businessHoursSchema.safeParse({ timeZone: 'Europe/Moscow', weekly, holidays: [] }).success).toBe(
    false,
  );
});

test('hours are refused when intervals overlap, a day stands twice or the zone is unknown', () => {
  const overlapping = [
    { from: '09:00', until: '14:00' },
    { from: '13:00', until: '18:00' },
  ];
  const accepts = (hours: unknown) => businessHoursSchema.safeParse(hours).success;
  expect(accepts({ ...office, weekly: [{ weekday: 1, intervals: overlapping }] })).toBe(false);
  expect(accepts({ ...office, weekly: [...weekdays, weekdays[0]] })).toBe(false);
  expect(accepts({ ...office, timeZone: 'Europe/Atlantis' })).toBe(false);
  expect(accepts(office)).toBe(true);
});
