import { describe, expect, it, vi } from 'vitest';
import { ServerClock } from './server-clock';

describe('the server clock seen from a browser', () => {
  it('a device that runs ten minutes ahead still shows the server time', () => {
    const clock = new ServerClock(1_000_000, 1_600_000);
    expect(clock.now(1_605_000)).toBe(1_005_000);
  });

  it('an exchange corrects it by the middle of the way', () => {
    const clock = new ServerClock(0, 0);
    clock.correct({ sentAt: 100, receivedAt: 300, serverAt: 5_200 });
    expect(clock.now(1_000)).toBe(6_000);
  });

  it('a slow exchange does not overrule a quick one', () => {
    const clock = new ServerClock(0, 0);
    clock.correct({ sentAt: 0, receivedAt: 20, serverAt: 10 });
    clock.correct({ sentAt: 1_000, receivedAt: 9_000, serverAt: 9_000 });
    expect(clock.now(50)).toBe(50);
  });

  it('ticks for everyone on one timer and stops when nobody looks', () => {
    vi.useFakeTimers();
    const clock = new ServerClock(0, 0);
    const seen: string[] = [];
    const stopFirst = clock.every(1_000, () => seen.push('first'));
    const stopSecond = clock.every(1_000, () => seen.push('second'));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(seen).toEqual(['first', 'second']);
    stopFirst();
    stopSecond();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
