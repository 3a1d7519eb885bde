import { expect, test } from 'vitest';
import { hourMs, minuteMs } from '@/lib/domain/duration';
import { nextAttemptAt } from './next-attempt';

test('an erasure that keeps failing is tried again after a minute, then later and later, at least four times a day', () => {
  const waits = [1, 2, 3, 9, 40].map((failures) => nextAttemptAt(0, failures));
  expect(waits).toEqual([minuteMs, 2 * minuteMs, 4 * minuteMs, 256 * minuteMs, 6 * hourMs]);
});
