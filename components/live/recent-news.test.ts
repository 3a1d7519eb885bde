import { expect, test } from 'vitest';
import { RecentNews } from './recent-news';

test('news that came while a page was on its way is remembered for it, by its noun', () => {
  let now = 0;
  const recent = new RecentNews(() => now);
  expect(recent.hasHeard(['import'])).toBe(false);
  recent.note({ noun: 'import' });
  now += 9000;
  expect([recent.hasHeard(['call', 'import']), recent.hasHeard(['call'])]).toEqual([true, false]);
  now += 2000;
  expect(recent.hasHeard(['import'])).toBe(false);
  recent.note('resync');
  expect(recent.hasHeard(['call'])).toBe(true);
});
