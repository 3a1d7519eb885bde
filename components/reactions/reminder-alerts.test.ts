import { describe, expect, test } from 'vitest';
import { minuteMs } from '@/lib/domain/duration';
import { remindersAmong, slipKey, slipsAmong, weighedKeys } from './reminder-alerts';

const now = 1_000_000_000;
const row = (id: string, inMinutes: number) => ({ id, dueAt: now + inMinutes * minuteMs });
const none = new Set<string>();
const found = (rows: ReturnType<typeof row>[], told = none, weighed = none, isFirstLook = false) =>
  remindersAmong(rows, told, weighed, { now, isFirstLook }).map(({ row: { id }, stage }) => `${id} ${stage}`);

describe('reminders of next reactions', () => {
  test('what is due soon is told at once, and again when it is overdue', () => {
    expect(found([row('a', 8)], none, none, true)).toEqual(['a soon']);
    const told = new Set(weighedKeys([row('a', 8)], now));
    expect(found([row('a', 8)], told)).toEqual([]);
    const after = remindersAmong([row('a', 8)], told, none, { now: now + 8 * minuteMs, isFirstLook: false });
    expect(after).toMatchObject([{ stage: 'overdue' }]);
  });

  test('a page that is opened does not tell of what was overdue before', () => {
    expect(found([row('a', -30), row('b', -1)], none, none, true)).toEqual(['b overdue']);
    expect(found([row('a', -30)])).toEqual(['a overdue']);
  });

  test('what slipped is told once, whenever the page is opened', () => {
    const slips = [{ id: 's1' }, { id: 's2' }];
    expect(slipsAmong(slips, new Set([slipKey(slips[0]!)]), none)).toEqual([{ id: 's2' }]);
    expect(slipsAmong(slips, none, new Set(slips.map(slipKey)))).toEqual([]);
  });

  test('what another tab told, or this page left, is not told again; a moved due time is', () => {
    const keys = new Set(weighedKeys([row('a', 5)], now));
    expect(found([row('a', 5)], keys)).toEqual([]);
    expect(found([row('a', 5)], none, keys)).toEqual([]);
    expect(found([row('a', 6)], keys, keys)).toEqual(['a soon']);
  });
});
