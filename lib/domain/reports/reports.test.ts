import { describe, expect, test } from 'vitest';
import { callMeasureOf } from './call-measure';
import { comparedPeriod, daysIn, partsOf, periodOf } from './period';
import { quantileOf } from './quantile';
import { abandonment, occupancy, serviceLevel } from './queue-figures';
import { defaultReportSettings, readReportSettings, serviceLevelFormulas } from './report-settings';
import { joined, lengthOf, within, without } from './spans';

const span = (startedAt: number, endedAt: number) => ({ startedAt, endedAt });

describe('a period', () => {
  test('is today, yesterday, the week from Monday or the month from the first, up to today', () => {
    const sunday = '2026-11-01';
    expect(periodOf('today', sunday)).toEqual({ from: sunday, until: sunday });
    expect(periodOf('yesterday', sunday)).toEqual({ from: '2026-10-31', until: '2026-10-31' });
    expect(periodOf('week', sunday)).toEqual({ from: '2026-10-26', until: sunday });
    expect(periodOf('month', '2026-03-15')).toEqual({ from: '2026-03-01', until: '2026-03-15' });
  });

  test('is compared with as many days before it, or with the same days a year before', () => {
    const week = { from: '2026-03-02', until: '2026-03-08' };
    expect(comparedPeriod(week, 'none')).toBeNull();
    expect(comparedPeriod(week, 'before')).toEqual({ from: '2026-02-23', until: '2026-03-01' });
    expect(comparedPeriod(week, 'yearBefore')).toEqual({ from: '2025-03-02', until: '2025-03-08' });
    const leap = { from: '2028-02-29', until: '2028-02-29' };
    expect(comparedPeriod(leap, 'yearBefore')).toEqual({ from: '2027-02-28', until: '2027-02-28' });
  });

  test('falls into parts that have each of its days once', () => {
    const year = { from: '2026-01-01', until: '2026-12-31' };
    const parts = partsOf(year, 31);
    expect(parts.reduce((sum, part) => sum + daysIn(part), 0)).toBe(365);
    expect(parts[0]).toEqual({ from: '2026-01-01', until: '2026-01-31' });
    expect(parts.at(-1)!.until).toBe('2026-12-31');
  });
});

describe('the service level', () => {
  // Ten waited: six answered, four of them in time; of four lost, one waited longer than T.
  const queue = { queued: 10, answered: 6, inTime: 4, lostLate: 1, lostShort: 2, answeredWaitMs: 0 };
  const levels = {
    lateAbandonedCount: 4 / 7,
    abandonedIgnored: 4 / 6,
    abandonedCount: 0.4,
    earlyAbandonedAreServed: 0.7,
  };

  test.each(serviceLevelFormulas)('by the formula %s', (serviceLevelFormula) => {
    expect(serviceLevel(queue, { serviceLevelFormula }).value).toBeCloseTo(levels[serviceLevelFormula]);
  });

  test('is nothing when nobody waited', () => {
    const nobody = { queued: 0, answered: 0, inTime: 0, lostLate: 0, lostShort: 0, answeredWaitMs: 0 };
    expect(serviceLevel(nobody, defaultReportSettings)).toEqual({ value: null, of: 0 });
    expect(abandonment(nobody).value).toBeNull();
    expect(occupancy({ contactMs: 0, idleMs: 0 }).value).toBeNull();
  });

  test('has its defaults where the stored settings cannot be read', () => {
    expect(readReportSettings({ answerSeconds: 'soon' })).toEqual(defaultReportSettings);
    expect(readReportSettings({ answerSeconds: 30 })).toEqual({
      ...defaultReportSettings,
      answerSeconds: 30,
    });
  });
});

describe('spans of time', () => {
  test('are counted once where they overlap, and left out where others lie', () => {
    expect(joined([span(5, 9), span(1, 6), span(12, 12)])).toEqual([span(1, 9)]);
    expect(lengthOf([span(0, 10), span(5, 15)])).toBe(15);
    expect(without([span(0, 20)], [span(5, 8), span(18, 30)])).toEqual([span(0, 5), span(8, 18)]);
    expect(within([span(0, 20), span(30, 40)], span(10, 25))).toEqual([span(10, 20)]);
  });
});

test('a quantile is the nearest rank: the median of four is the second', () => {
  const histogram = [
    { value: 7, count: 1 },
    { value: 1, count: 2 },
    { value: 3, count: 1 },
  ];
  expect(quantileOf(histogram, 0.5)).toBe(1);
  expect(quantileOf(histogram, 0.75)).toBe(3);
  expect(quantileOf(histogram, 0.9)).toBe(7);
  expect(quantileOf([], 0.5)).toBeNull();
});

describe('a measured call', () => {
  const call = { arrivedAt: 0, answeredAt: 10_000, endedAt: 100_000, outcome: 'answered' as const };
  const stay = {
    generation: 1,
    employeeId: 'anna',
    departmentId: 'client',
    purpose: 'inbound' as const,
    joinedAt: 10_000,
    leftAt: 100_000,
  };

  test('was held while the same person kept the caller, and not by an order the line refused', () => {
    const events = [
      { type: 'employee.heldCaller', at: 20_000 },
      { type: 'employee.resumedCaller', at: 35_000 },
      { type: 'employee.heldCaller', at: 40_000 },
      { type: 'call.notChanged', at: 41_000, order: 'hold' },
      { type: 'employee.heldCaller', at: 95_000 },
    ];
    expect(callMeasureOf({ call, events, stays: [stay] }).holdMs).toBe(20_000);
  });

  test('was taken by the department it went to first, or by nobody there when it came back (IN-10)', () => {
    const events = [{ type: 'employee.handedOver', at: 50_000, departmentId: 'sales', employeeId: null }];
    const taker = {
      ...stay,
      generation: 2,
      employeeId: 'pavel',
      departmentId: 'sales',
      purpose: 'handOver' as const,
      joinedAt: 58_000,
    };
    const back = { ...stay, generation: 2, purpose: 'resume' as const, joinedAt: 80_000 };
    const of = (second: typeof taker | typeof back) =>
      callMeasureOf({ call, events, stays: [stay, second] }).handOver;
    expect(of(taker)).toEqual({ departmentId: 'sales', waitMs: 8000, takenBy: 'pavel' });
    expect(of(back)).toEqual({ departmentId: 'sales', waitMs: 30_000, takenBy: null });
  });
});
