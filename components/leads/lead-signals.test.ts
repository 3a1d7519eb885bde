import { expect, test } from 'vitest';
import { nextSoonAt, signalsBetween, type WatchedLead } from './lead-signals';

const lead = (change: Partial<WatchedLead> = {}): WatchedLead => ({
  id: 'a',
  dueAt: 60_000,
  isPaused: false,
  state: 'offered',
  isDeclinedByMe: false,
  ...change,
});
const known = new Set(['a']);

test('IN-11: a lead sounds when it arrives, and once more when 15 seconds are left', () => {
  expect(signalsBetween(new Set(), [lead()], 0, 1)).toEqual([{ kind: 'arrived', leadId: 'a' }]);
  expect(signalsBetween(known, [lead()], 1, 44_999)).toEqual([]);
  expect(signalsBetween(known, [lead()], 44_999, 45_000)).toEqual([{ kind: 'soon', leadId: 'a' }]);
  expect(signalsBetween(known, [lead()], 45_000, 46_000)).toEqual([]);
});

test.each([
  ['paused outside working hours', { isPaused: true }],
  ['escalated', { state: 'escalated' }],
  ['declined by this person', { isDeclinedByMe: true }],
])('a lead that is %s makes no sound', (_, change) => {
  expect(signalsBetween(new Set(), [lead(change)], 0, 45_000)).toEqual([]);
  expect(nextSoonAt([lead(change)], 0)).toBeNull();
});

test('a tab that woke up after the minute does not say that 15 seconds are left', () => {
  expect(signalsBetween(known, [lead()], 1_000, 61_000)).toEqual([]);
});

test('the next look is due when the first of the waiting leads has 15 seconds left', () => {
  expect(nextSoonAt([lead({ dueAt: 90_000 }), lead({ id: 'b' })], 0)).toBe(45_000);
  expect(nextSoonAt([lead()], 45_000)).toBeNull();
});
