import { expect, test } from 'vitest';
import { minuteMs } from '@/lib/domain/duration';
import { alertKey, alertsAmong } from './reaction-alerts';

const row = (change: Partial<Parameters<typeof alertsAmong>[0][number]> = {}) => ({
  id: 'a',
  kind: 'act' as const,
  isPaused: false,
  fellAt: 1_000,
  ...change,
});
const none = new Set<string>();
const nothingTold = { told: none, pressed: none };
const opened = { now: 2_000, isFirstLook: false };
const idsOf = (alerts: ReturnType<typeof alertsAmong>) => alerts.map((alert) => alert.row.id);

test('IN-5: a next reaction calls when it falls to the person, and once', () => {
  expect(idsOf(alertsAmong([row()], nothingTold, none, opened))).toEqual(['a']);
  expect(alertsAmong([row()], nothingTold, new Set([alertKey(row())]), opened)).toEqual([]);
  expect(alertsAmong([row()], { told: new Set([alertKey(row())]), pressed: none }, none, opened)).toEqual([]);
});

test('given away and given back, it calls again', () => {
  const told = new Set([alertKey(row())]);
  expect(idsOf(alertsAmong([row({ fellAt: 5_000 })], { told, pressed: none }, told, opened))).toEqual(['a']);
});

test('a page that was just opened tells only of what fell to the person moments ago', () => {
  const look = { now: 1_000 + 2 * minuteMs, isFirstLook: true };
  expect(alertsAmong([row()], nothingTold, none, look)).toEqual([]);
  expect(idsOf(alertsAmong([row({ fellAt: 1_001 })], nothingTold, none, look))).toEqual(['a']);
});

test('SA-3: a complaint is shown again after a reload, until it is pressed', () => {
  const complaint = row({ kind: 'complaint' });
  const key = alertKey(complaint);
  const look = { now: 60 * minuteMs, isFirstLook: true };
  expect(alertsAmong([complaint], { told: new Set([key]), pressed: none }, none, look)).toEqual([
    { row: complaint, key, isAlarm: true },
  ]);
  expect(alertsAmong([complaint], { told: none, pressed: new Set([key]) }, none, look)).toEqual([]);
});

test('IN-11: outside the hours of its department only a complaint calls', () => {
  const rows = [row({ isPaused: true }), row({ id: 'b', kind: 'complaint', isPaused: true })];
  expect(idsOf(alertsAmong(rows, nothingTold, none, opened))).toEqual(['b']);
});
