import type { BrowserPhone } from '@/lib/domain/employees/presence';

export type HeartbeatParts = {
  /** Calls back at an even rhythm, in a hidden tab too; returns what ends it. */
  startMetronome: (onTick: () => void) => () => void;
  /** Says that the console is alive; false when the server does not know the connection any more. */
  send: (connectionId: string, browserPhone: BrowserPhone) => Promise<boolean>;
  /** The connection is gone at the server: a new one is wanted. */
  onGone: () => void;
  /** Each tick, before the heartbeat: what the page's own timers were too late for. */
  onTick: () => void;
};

/**
 * Tells the server that this page can hear a call ring. Each heartbeat passes through the page's own thread, so that a page
 * which is frozen or hangs says nothing although its worker may still run.
 */
export class Heartbeat {
  #parts: HeartbeatParts;
  #connectionId: string | null = null;
  #browserPhone: BrowserPhone = 'off';
  #stop: () => void;

  constructor(parts: HeartbeatParts) {
    this.#parts = parts;
    this.#stop = parts.startMetronome(() => {
      parts.onTick();
      void this.#beat();
    });
  }

  /** The stream was opened under this id; it beats at once. */
  connect(connectionId: string): void {
    this.#connectionId = connectionId;
    void this.#beat();
  }

  /** The telephone of this tab changed; the server hears of it at once. */
  tell(browserPhone: BrowserPhone): void {
    if (browserPhone === this.#browserPhone) return;
    this.#browserPhone = browserPhone;
    void this.#beat();
  }

  stop(): void {
    this.#stop();
    this.#connectionId = null;
  }

  async #beat(): Promise<void> {
    const connectionId = this.#connectionId;
    if (connectionId === null) return;
    const isKnown = await this.#parts.send(connectionId, this.#browserPhone);
    if (isKnown || connectionId !== this.#connectionId) return;
    this.#connectionId = null;
    this.#parts.onGone();
  }
}
