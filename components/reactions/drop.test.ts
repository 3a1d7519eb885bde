import { expect, test } from 'vitest';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { dropOnColumn, dropOnDay } from './drop';

const movable = { act: true, fulfil: true, postpone: true, handOver: true, close: true };
const next = { may: movable, employee: null } satisfies Pick<NextReactionView, 'may' | 'employee'>;

test('a card is moved to a day to come, told of a day that is over, and left on its own', () => {
  const on = { from: '2026-11-20', today: '2026-11-25' };
  expect(dropOnDay('2026-11-25', on)).toBe('moved');
  expect(dropOnDay('2026-11-24', on)).toBe('past');
  expect(dropOnDay('2026-11-20', on)).toBe('nothing');
});

test('a card is moved to any column of due times but the one whose time is over, which is told', () => {
  const column = (group: string) => ({ group, employee: null });
  expect(dropOnColumn(column('later'), next, 'due')).toBe('moved');
  expect(dropOnColumn(column('overdue'), next, 'due')).toBe('past');
  const fixed = { ...next, may: { ...movable, postpone: false } };
  expect(dropOnColumn(column('overdue'), fixed, 'due')).toBe('nothing');
});

test('a card is moved to a person; what lies with nobody stays there', () => {
  expect(dropOnColumn({ group: null, employee: {} }, next, 'person')).toBe('moved');
  expect(dropOnColumn({ group: null, employee: null }, next, 'person')).toBe('nothing');
});
