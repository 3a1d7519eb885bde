import { describe, expect, test } from 'vitest';
import { calendarStretch, neighbourDay, sameTimeOn } from './calendar-days';

const moscow = 'Europe/Moscow';
const now = Date.parse('2026-11-29T21:30:00Z');

describe('the calendar of the work', () => {
  test('shows the week of today by the office’s clock, from Monday to Sunday', () => {
    const week = calendarStretch('week', undefined, now, moscow);
    expect(week.day).toBe('2026-11-30');
    expect(week.days).toHaveLength(7);
    expect([week.days[0], week.days[6]]).toEqual(['2026-11-30', '2026-12-06']);
    expect(new Date(week.from).toISOString()).toBe('2026-11-29T21:00:00.000Z');
    expect(week.until - week.from).toBe(7 * 86_400_000);
  });

  test('shows the whole weeks that a month touches', () => {
    const month = calendarStretch('month', '2026-02-14', now, moscow);
    expect([month.days[0], month.days.at(-1)]).toEqual(['2026-01-26', '2026-03-01']);
    expect(calendarStretch('month', '2026-08-01', now, moscow).days).toHaveLength(42);
  });

  test('takes a day that is none for today', () => {
    for (const day of ['2026-02-30', 'вчера', '9999-99-99'])
      expect(calendarStretch('week', day, now, moscow).day).toBe('2026-11-30');
  });

  test('goes on by a week or a month', () => {
    expect(neighbourDay({ span: 'week', day: '2026-11-30' }, -1)).toBe('2026-11-23');
    expect(neighbourDay({ span: 'month', day: '2026-01-31' }, 1)).toBe('2026-02-01');
    expect(neighbourDay({ span: 'month', day: '2026-03-31' }, -1)).toBe('2026-02-28');
  });

  test('moves a due time to another day at the same time', () => {
    expect(sameTimeOn('2026-12-01', Date.parse('2026-11-30T06:05:00Z'), moscow)).toBe('2026-12-01T09:05');
  });
});
