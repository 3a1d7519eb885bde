import { expect, test } from 'vitest';
import { readTypedTime, typedTimeAt } from './typed-time';

const noonInMoscow = Date.UTC(2026, 10, 3, 9, 0);

test('a typed time is read by the clock of the office, wherever the device is', () => {
  expect(readTypedTime('2026-11-03T12:00', 'Europe/Moscow')).toBe(noonInMoscow);
  expect(readTypedTime('2026-11-03T16:00', 'Asia/Novokuznetsk')).toBe(noonInMoscow);
});

test('a field shows an instant by the same clock', () => {
  expect(typedTimeAt(noonInMoscow, 'Europe/Moscow')).toBe('2026-11-03T12:00');
  expect(typedTimeAt(noonInMoscow, 'Asia/Novokuznetsk')).toBe('2026-11-03T16:00');
});

test.each(['', 'завтра', '2026-11-03', '2026-13-41T12:00', '2026-11-03T25:00'])(
  '«%s» is no time',
  (typed) => {
    expect(readTypedTime(typed, 'Europe/Moscow')).toBeNull();
  },
);
