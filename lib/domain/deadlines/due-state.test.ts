import { expect, test } from 'vitest';
import { dayMs, minuteMs, secondMs } from '@/lib/domain/duration';
import type { BusinessHours } from './business-hours';
import { dueState } from './due-state';

const startedAt = Date.parse('2026-11-02T12:00:00+03:00');
const dueAt = startedAt + minuteMs;

test.each([
  ['not started', startedAt - 1, 'notStarted'],
  ['in time', startedAt, 'inTime'],
  ['in time with sixteen seconds left', dueAt - 16 * secondMs, 'inTime'],
  ['soon with a quarter left', dueAt - 15 * secondMs, 'soon'],
  ['soon at its last moment', dueAt, 'soon'],
  ['overdue after it', dueAt + 1, 'overdue'],
])('a minute promised is %s', (_, now, state) => {
  expect(dueState(dueAt, now, { startedAt })).toBe(state);
});

test.each([
  ['in the second it is written', startedAt, 'now'],
  ['by a clock rounded down to the second', startedAt - 999, 'now'],
  ['in its first minute', startedAt + minuteMs - 1, 'now'],
  ['after it', startedAt + minuteMs, 'overdue'],
])('SA-3: what is due at once stands, %s, as it is', (_, now, state) => {
  expect(dueState(startedAt, now, { startedAt })).toBe(state);
  expect(dueState(startedAt, now, { startedAt, paused: true })).toBe(state);
});

test('what is done is neither late nor paused', () => {
  expect(dueState(dueAt, dueAt + minuteMs, { startedAt, doneAt: dueAt, paused: true })).toBe('done');
});

test('a pause shows until the promise is overdue', () => {
  expect(dueState(dueAt, startedAt, { startedAt, paused: true })).toBe('paused');
  expect(dueState(dueAt, dueAt + 1, { startedAt, paused: true })).toBe('overdue');
});

test('what is due in days is not soon, however long its time is', () => {
  const inTwentyDays = startedAt + 20 * dayMs;
  expect(dueState(inTwentyDays, inTwentyDays - 2 * dayMs, { startedAt })).toBe('inTime');
  expect(dueState(inTwentyDays, inTwentyDays - dayMs, { startedAt })).toBe('soon');
});

test('without a known start the last quarter of an hour counts as soon', () => {
  expect(dueState(dueAt, dueAt - 15 * minuteMs)).toBe('soon');
  expect(dueState(dueAt, dueAt - 15 * minuteMs - 1)).toBe('inTime');
});

test('with the department’s hours the clock is paused at night and measures working time (IN-11)', () => {
  const hours: BusinessHours = {
    timeZone: 'Europe/Moscow',
    weekly: [1, 2].map((weekday) => ({ weekday, intervals: [{ from: '09:00', until: '18:00' }] })),
    holidays: [],
  };
  const clock = { startedAt: Date.parse('2026-11-02T17:59:30+03:00'), hours };
  const due = Date.parse('2026-11-03T09:00:30+03:00');
  expect(dueState(due, Date.parse('2026-11-02T23:00:00+03:00'), clock)).toBe('paused');
  expect(dueState(due, Date.parse('2026-11-03T09:00:10+03:00'), clock)).toBe('inTime');
  expect(dueState(due, Date.parse('2026-11-03T09:00:15+03:00'), clock)).toBe('soon');
});
