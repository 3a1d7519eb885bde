import { expect, test } from 'vitest';
import { afterAttempt, type Sent } from './attempts';
import { dayMs, hourMs, minuteMs, secondMs } from './duration';

function waitsOf(sent: Sent): number[] {
  const waits: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const next = afterAttempt(sent, { attempts, at: 0 });
    if (next.state === 'failed') return waits;
    waits.push(next.nextAttemptAt);
  }
}

test.each([
  ['letter', 7, 10 * secondMs, 6 * hourMs],
  ['notice', 6, 10 * secondMs, 2 * hourMs],
  ['webhook', 10, 5 * secondMs, dayMs],
] as const)(
  'a %s that is not taken is sent %i times, later each time, and then given up',
  (sent, times, first, last) => {
    const waits = waitsOf(sent);
    expect(waits).toHaveLength(times - 1);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect([waits[0], waits.at(-1)]).toEqual([first, last]);
    expect(waits.reduce((sum, wait) => sum + wait)).toBeLessThan(4 * dayMs);
  },
);

test('what failed together comes back up to a tenth earlier or later', () => {
  const after = (random: number) => afterAttempt('webhook', { attempts: 4, at: 0, random });
  expect(after(0)).toEqual({ state: 'waiting', nextAttemptAt: 108 * minuteMs });
  expect(after(1)).toEqual({ state: 'waiting', nextAttemptAt: 132 * minuteMs });
});
