export type ClockSample = {
  /** By this device's clock, epoch ms. */
  sentAt: number;
  receivedAt: number;
  /** By the server's clock, epoch ms. */
  serverAt: number;
};

type Listener = () => void;

/**
 * The server's clock as seen from this device. Deadlines are the server's, so what is left until one is counted by
 * its clock whatever the device believes. All times are epoch ms.
 */
export class ServerClock {
  #offset: number;
  #uncertainty = Number.POSITIVE_INFINITY;
  #initial: number;
  #listeners = new Map<number, Set<Listener>>();
  #timers = new Map<number, ReturnType<typeof setInterval>>();

  constructor(serverNow: number, deviceNow: number) {
    this.#initial = serverNow;
    this.#offset = serverNow - deviceNow;
  }

  /** What the server rendered with: the first painting in the browser must show the same. */
  get initial(): number {
    return this.#initial;
  }

  now(deviceNow = Date.now()): number {
    return deviceNow + this.#offset;
  }

  /** Learns from one exchange with the server; a quicker exchange is a better witness than a slower one. */
  correct({ sentAt, receivedAt, serverAt }: ClockSample): void {
    const uncertainty = Math.max(0, receivedAt - sentAt) / 2;
    if (uncertainty > this.#uncertainty) return;
    this.#uncertainty = uncertainty;
    this.#offset = serverAt - (sentAt + receivedAt) / 2;
  }

  /** Calls the listener every `everyMs` until the returned function is called; one timer per rhythm. */
  every(everyMs: number, listener: Listener): () => void {
    const listeners = this.#listeners.get(everyMs) ?? new Set();
    this.#listeners.set(everyMs, listeners);
    listeners.add(listener);
    if (!this.#timers.has(everyMs)) {
      const timer = setInterval(() => {
        for (const each of [...listeners]) each();
      }, everyMs);
      this.#timers.set(everyMs, timer);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(this.#timers.get(everyMs));
      this.#timers.delete(everyMs);
    };
  }
}
