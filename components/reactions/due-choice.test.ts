import { expect, test } from 'vitest';
import { dueChoicesAt, dueOf } from './due-choice';

const zone = 'Asia/Novokuznetsk';
/** By the office's clock, seven hours ahead of Greenwich. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 7, minute);
const morning = at(3, 9, 30);
const evening = at(3, 19);

test('the one-minute clock and «at once» are left to the server, in the department’s working hours', () => {
  expect(dueOf('minute', '', morning, zone)).toEqual({ dueSetting: 'minute' });
  expect(dueOf('atOnce', '', morning, zone)).toEqual({ dueSetting: 'atOnce' });
});

test('named days are those of the office’s calendar, wherever the device is', () => {
  expect(dueOf('today', '', morning, zone)).toEqual({ dueAt: at(3, 18) });
  expect(dueOf('tomorrow', '', morning, zone)).toEqual({ dueAt: at(4, 10) });
  expect(dueOf('week', '', morning, zone)).toEqual({ dueAt: at(10, 10) });
});

test('another time is unfinished until it is a date and a time', () => {
  expect(dueOf('custom', '', morning, zone)).toBeNull();
  expect(dueOf('custom', '2026-11-03T12:15', morning, zone)).toEqual({ dueAt: at(3, 12, 15) });
});

test('in the evening «today by 18:00» is offered no more', () => {
  expect(dueChoicesAt(morning, zone)).toContain('today');
  expect(dueChoicesAt(evening, zone)).not.toContain('today');
});
