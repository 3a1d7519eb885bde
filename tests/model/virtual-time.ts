type Round = { everyMs: number; dueAt: number; act: () => void };

export type VirtualTime = {
  /** When the next round is due, epoch ms; null when there are none. */
  nextRoundAt(): number | null;
  /** Starts what came due, each round once, however long it was due. */
  startDueRounds(): void;
  /** Forgets all rounds: the process that ran them is gone. */
  forgetRounds(): void;
  end(): void;
};

/**
 * From now on `Date` tells the time of this clock and rounds of `setInterval` are started by hand: whatever asks the time or
 * does something every so often runs in virtual time, unchanged.
 */
export function beginVirtualTime(now: () => number): VirtualTime {
  const real = { Date, setInterval, clearInterval };
  const rounds = new Set<Round>();

  globalThis.Date = new Proxy(real.Date, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  globalThis.setInterval = ((act: () => void, everyMs: number) => {
    const round = { everyMs, dueAt: now() + everyMs, act };
    rounds.add(round);
    return { round, unref: () => undefined, ref: () => undefined };
  }) as unknown as typeof setInterval;
  globalThis.clearInterval = ((handle: { round?: Round } | undefined) => {
    if (handle?.round) rounds.delete(handle.round);
    else real.clearInterval(handle as never);
  }) as typeof clearInterval;

  return {
    nextRoundAt: () => (rounds.size === 0 ? null : Math.min(...[...rounds].map(({ dueAt }) => dueAt))),
    startDueRounds() {
      for (const round of [...rounds]) {
        if (round.dueAt > now() || !rounds.has(round)) continue;
        round.dueAt = Math.max(round.dueAt + round.everyMs, now() + 1);
        round.act();
      }
    },
    forgetRounds: () => rounds.clear(),
    end() {
      Object.assign(globalThis, real);
    },
  };
}
