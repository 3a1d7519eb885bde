type Listener = () => void;

const believed = 6;

/**
 * The server's clock as seen from this device. Deadlines are the server's, so what is left until one is counted by
 * its clock whatever the device believes. All times are epoch ms.
 */
export class ServerClock {
  #offset: number;
  #heard: number[];
  #initial: number;
  #listeners = new Map<number, Set<Listener>>();
  #timers = new Map<number, ReturnType<typeof setInterval>>();

  constructor(serverNow: number, deviceNow: number) {
    this.#initial = serverNow;
    this.#offset = serverNow - deviceNow;
    this.#heard = [this.#offset];
  }

  /** What the server rendered with: the first painting in the browser must show the same. */
  get initial(): number {
    return this.#initial;
  }

  now(deviceNow = Date.now()): number {
    return deviceNow + this.#offset;
  }

  /**
   * Learns from what the server said its clock is. Words on the way only ever make the server seem earlier, so the
   * least late of the last ones is believed; a device whose own clock was set is followed within that many.
   */
  hear(serverAt: number, receivedAt = Date.now()): void {
    this.#heard = [...this.#heard, serverAt - receivedAt].slice(-believed);
    this.#offset = Math.max(...this.#heard);
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
