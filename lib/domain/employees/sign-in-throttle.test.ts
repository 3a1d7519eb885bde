import { describe, expect, test } from 'vitest';
import {
  countFailure,
  forgottenAfterMs,
  longestDelayMs,
  type SignInThrottle,
  sourceOf,
  waitMs,
} from './sign-in-throttle';

const none: SignInThrottle = { failures: 0, lastFailureAt: 0, blockedUntil: 0 };
const start = Date.UTC(2026, 10, 1);

function failTimes(times: number): { throttle: SignInThrottle; now: number; delays: number[] } {
  let throttle = none;
  let now = start;
  const delays: number[] = [];
  for (let i = 0; i < times; i++) {
    throttle = countFailure(throttle, 4, now);
    delays.push(waitMs(throttle, now));
    now += delays.at(-1)!;
  }
  return { throttle, now, delays };
}

describe('failed sign-ins', () => {
  test('the first four are free, then each doubles the delay up to a minute, and never beyond', () => {
    expect(failTimes(14).delays).toEqual([
      0, 0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000,
    ]);
  });

  test('ten thousand failures still let the next attempt be made within a minute', () => {
    const { throttle, now } = failTimes(10_000);
    expect(waitMs(throttle, now)).toBe(0);
    expect(waitMs(countFailure(throttle, 4, now), now)).toBe(longestDelayMs);
  });

  test('are forgotten after an hour without one', () => {
    const { throttle, now } = failTimes(9);
    expect(countFailure(throttle, 4, now + forgottenAfterMs)).toMatchObject({ failures: 1, blockedUntil: 0 });
  });
});

describe('the source of a request', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, source) => {
    expect(sourceOf(address)).toBe(source);
  });
});
