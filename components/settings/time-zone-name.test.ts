import { expect, test } from 'vitest';
import { timeZoneName } from './time-zone-name';

const at = Date.UTC(2026, 0, 15);

test.each([
  ['Europe/Moscow', 'ru', 'Москва (UTC+3)'],
  ['Asia/Novokuznetsk', 'ru', 'Новокузнецк (UTC+7)'],
  ['Europe/Moscow', 'en', 'Moscow Time (UTC+3)'],
  ['Etc/GMT-5', 'ru', 'UTC+5'],
])('%s is called in %s: %s', (zone, locale, name) => {
  expect(timeZoneName(zone, locale, at)).toBe(name);
});
