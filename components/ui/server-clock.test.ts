import { describe, expect, it, vi } from 'vitest';
import { ServerClock } from './server-clock';

describe('the server clock seen from a browser', () => {
  it('a device that runs ten minutes ahead still shows the server time', () => {
    const clock = new ServerClock(1_000_000, 1_600_000);
    expect(clock.now(1_605_000)).toBe(1_005_000);
  });

  it('of what the server says the least late word is believed', () => {
    const clock = new ServerClock(0, 200);
    clock.hear(10_000, 10_020);
    expect(clock.now(20_020)).toBe(20_000);
    clock.hear(20_000, 25_000);
    expect(clock.now(20_020)).toBe(20_000);
  });

  it('a device whose own clock was set ahead is followed after a minute of heartbeats', () => {
    const clock = new ServerClock(0, 0);
    for (let beat = 1; beat <= 6; beat++) clock.hear(beat * 10_000, beat * 10_000 + 3_600_000);
    expect(clock.now(3_670_000)).toBe(70_000);
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
