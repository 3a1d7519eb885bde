import { expect, test } from 'vitest';
import { changedByBoth, contestedOf, movedOnto, settled } from './own-changes';

const base = { name: 'Алтын', city: 'Бийск', phones: [{ raw: '1' }], note: '' };

test('own changes are moved onto the newest record, what others changed stays', () => {
  const form = { ...base, city: 'Барнаул', phones: [{ raw: '1' }, { raw: '2' }] };
  const newest = { version: 5, form: { ...base, name: 'Алтын Плюс', note: 'зимой' } };
  expect(movedOnto(newest, { base, form })).toEqual({
    version: 5,
    base: newest.form,
    form: { name: 'Алтын Плюс', city: 'Барнаул', phones: [{ raw: '1' }, { raw: '2' }], note: 'зимой' },
  });
});

test('a field that both changed keeps the words of the person who is typing', () => {
  const newest = { version: 5, form: { ...base, note: 'их' } };
  expect(movedOnto(newest, { base, form: { ...base, note: 'мои' } }).form.note).toBe('мои');
});

test('a field is between both only when each changed it in their own way', () => {
  const newest = { name: 'Алтын Плюс', city: 'Томск', phones: [{ raw: '2' }], note: 'их' };
  const form = { name: 'Алтын', city: 'Томск', phones: [{ raw: '1' }, { raw: '3' }], note: 'мои' };
  expect(changedByBoth(newest, { base, form })).toEqual(['phones', 'note']);
  expect(changedByBoth(base, { base, form })).toEqual([]);
});

test('a field that both changed waits for the choice, even when others change the record once more', () => {
  const newest = { version: 5, form: { ...base, note: 'их' } };
  const moved = movedOnto(newest, { base, form: { ...base, city: 'Томск', note: 'мои' } });
  expect(contestedOf(newest, moved)).toEqual(['note']);
  const mine = settled(newest, moved, 'note', 'mine');
  expect(contestedOf(newest, mine)).toEqual([]);
  expect(mine.form).toEqual({ ...base, city: 'Томск', note: 'мои' });
  expect(settled(newest, moved, 'note', 'theirs').form).toEqual({ ...base, city: 'Томск', note: 'их' });
  const next = { version: 6, form: { ...newest.form, name: 'Алтын Плюс' } };
  expect(contestedOf(next, moved)).toEqual([]);
  expect(contestedOf(next, movedOnto(next, moved))).toEqual(['note']);
  expect(contestedOf(next, movedOnto(next, mine))).toEqual([]);
});
