import { expect, test } from 'vitest';
import { dueChoicesAt, dueOf, localTime } from './due-choice';

const morning = new Date(2026, 10, 3, 9, 30).getTime();
const evening = new Date(2026, 10, 3, 19, 0).getTime();

test('the one-minute clock and «at once» are left to the server, in the department’s working hours', () => {
  expect(dueOf('minute', '', morning)).toEqual({ dueSetting: 'minute' });
  expect(dueOf('atOnce', '', morning)).toEqual({ dueSetting: 'atOnce' });
});

test('named days are those of the person’s calendar', () => {
  expect(dueOf('today', '', morning)).toEqual({ dueAt: new Date(2026, 10, 3, 18).getTime() });
  expect(dueOf('tomorrow', '', morning)).toEqual({ dueAt: new Date(2026, 10, 4, 10).getTime() });
  expect(dueOf('week', '', morning)).toEqual({ dueAt: new Date(2026, 10, 10, 10).getTime() });
});

test('another time is unfinished until it is a date and a time', () => {
  expect(dueOf('custom', '', morning)).toBeNull();
  expect(dueOf('custom', '2026-11-03T12:15', morning)).toEqual({
    dueAt: new Date(2026, 10, 3, 12, 15).getTime(),
  });
  expect(localTime('завтра')).toBeNull();
});

test('in the evening «today by 18:00» is offered no more', () => {
  expect(dueChoicesAt(morning)).toContain('today');
  expect(dueChoicesAt(evening)).not.toContain('today');
});
