import type { Clock } from './clock.ts';

export type VirtualClock = Clock & {
  /** Moves time on, firing every timer that comes due, in order; `settle` runs between two timers. */
  advance(byMs: number, settle?: () => Promise<void>): Promise<void>;
  pendingTimers(): number;
};

type Due = { at: number; order: number; action: () => void };

export function createVirtualClock(startAt: number): VirtualClock {
  let now = startAt;
  let order = 0;
  const timers = new Set<Due>();

  function next(until: number): Due | undefined {
    let first: Due | undefined;
    for (const timer of timers) {
      if (timer.at > until) continue;
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }

  return {
    now: () => now,
    after(delayMs, action) {
      const timer = { at: now + Math.max(0, delayMs), order: order++, action };
      timers.add(timer);
      return { cancel: () => timers.delete(timer) };
    },
    async advance(byMs, settle = async () => {}) {
      const until = now + byMs;
      await settle();
      for (let due = next(until); due; due = next(until)) {
        timers.delete(due);
        now = Math.max(now, due.at);
        due.action();
        await settle();
      }
      now = until;
    },
    pendingTimers: () => timers.size,
  };
}
