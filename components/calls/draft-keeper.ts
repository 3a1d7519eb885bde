import { ApiError } from '@/components/api-error';
import type { DraftPatch } from '@/lib/domain/call-scripts/draft';

export type DraftState = {
  status: 'saved' | 'saving' | 'waiting' | 'refused';
  /** Everything the server's draft does not show yet, oldest first. */
  patches: readonly DraftPatch[];
  /** When the last change was kept, epoch ms of this device; null before the first. */
  savedAt: number | null;
  problem: ApiError | null;
  /** What the server would not take, until it is put away: no part of the draft any more, but somebody's words. */
  refused: DraftPatch | null;
};

/** The server knows nothing of what this browser keeps. */
const nothing: DraftState = { status: 'saved', patches: [], savedAt: null, problem: null, refused: null };
export const nothingTyped = () => nothing;

type Sent = { key: string; patch: DraftPatch };
type Kept = { patch: DraftPatch; version: number };
type Stored = { sent: Sent | null; unsent: DraftPatch | null; refused: DraftPatch | null };

type Outside = {
  /** Sends what was typed; answers the version of the run that has it. */
  send: (patch: DraftPatch, key: string) => Promise<{ runVersion: number }>;
  /** Outlives a reload of the page. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  storageKey: string;
  now?: () => number;
  newKey?: () => string;
};

export const saveAfterMs = 400;
const retryAfterMs = 2_000;

/**
 * Keeps what is typed in a call. It is written to this browser at once and sent 400 ms after the first unsent
 * keystroke, one request at a time; without a connection it waits and is sent again with the same key (IN-6). What is
 * refused stays here to be read.
 */
export class DraftKeeper {
  #unsent: DraftPatch | null = null;
  #sent: Sent | null = null;
  #kept: Kept[] = [];
  #refused: DraftPatch | null = null;
  #savedAt: number | null = null;
  #problem: ApiError | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #isWaiting = false;
  #listeners = new Set<() => void>();
  #state: DraftState;
  readonly #outside: Required<Outside>;

  constructor(outside: Outside) {
    this.#outside = { now: Date.now, newKey: () => crypto.randomUUID(), ...outside };
    this.#restore();
    this.#state = this.#read();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = () => this.#state;

  type(patch: DraftPatch): void {
    this.#unsent = merged(this.#unsent, patch);
    this.#problem = null;
    this.#changed();
    this.#timer ??= setTimeout(() => void this.#pump(), saveAfterMs);
  }

  /** The server's draft of this version was read: what it holds need not be laid over it any more. */
  seen(version: number): void {
    const left = this.#kept.filter((kept) => kept.version > version);
    if (left.length === this.#kept.length) return;
    this.#kept = left;
    this.#changed();
  }

  /** Sends everything typed so far and waits for it. @throws ApiError when it could not be kept */
  async flush(): Promise<void> {
    while (this.#unsent || this.#sent) {
      await this.#pump();
      if (this.#isWaiting) throw this.#problem ?? new ApiError('network', 0);
    }
    if (this.#problem) throw this.#problem;
  }

  /** The refused words were read, or copied to where they belong: nothing is held up by them any more. */
  putAway(): void {
    this.#refused = null;
    this.#problem = null;
    this.#changed();
  }

  /** Starts what an earlier page left, and what waits for a connection. */
  wake(): void {
    if (this.#unsent || this.#sent) void this.#pump();
  }

  /** The screen goes away: one last try; what could not be sent stays in the browser's storage. */
  async leave(): Promise<void> {
    if (this.#unsent || this.#sent) await this.#pump();
    this.stop();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #pump(): Promise<void> {
    this.stop();
    this.#sending ??= this.#sendOne().finally(() => {
      this.#sending = null;
      if (this.#unsent && !this.#isWaiting) this.#timer ??= setTimeout(() => void this.#pump(), saveAfterMs);
    });
    return this.#sending;
  }

  async #sendOne(): Promise<void> {
    if (!this.#sent) {
      if (!this.#unsent) return;
      this.#sent = { key: this.#outside.newKey(), patch: this.#unsent };
      this.#unsent = null;
    }
    const { key, patch } = this.#sent;
    this.#changed();
    try {
      const { runVersion } = await this.#outside.send(patch, key);
      this.#kept = [...this.#kept, { patch, version: runVersion }];
      this.#sent = null;
      this.#isWaiting = false;
      this.#problem = null;
      this.#savedAt = this.#outside.now();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#problem = error;
      this.#isWaiting = error.isUnsettled || error.status === 401;
      if (this.#isWaiting) this.#timer = setTimeout(() => void this.#pump(), retryAfterMs);
      else {
        this.#refused = merged(this.#refused, patch);
        this.#sent = null;
      }
    }
    this.#changed();
  }

  #restore(): void {
    const text = this.#outside.storage.getItem(this.#outside.storageKey);
    if (!text) return;
    try {
      const stored = JSON.parse(text) as Stored;
      this.#sent = stored.sent;
      this.#unsent = stored.unsent;
      this.#refused = stored.refused ?? null;
    } catch {
      this.#outside.storage.removeItem(this.#outside.storageKey);
    }
  }

  #changed(): void {
    const { storage, storageKey } = this.#outside;
    const stored: Stored = { sent: this.#sent, unsent: this.#unsent, refused: this.#refused };
    if (Object.values(stored).some((patch) => patch !== null)) {
      storage.setItem(storageKey, JSON.stringify(stored));
    } else storage.removeItem(storageKey);
    this.#state = this.#read();
    for (const listener of this.#listeners) listener();
  }

  #read(): DraftState {
    const isOpen = this.#unsent !== null || this.#sent !== null;
    const patches = this.#kept.map(({ patch }) => patch);
    if (this.#sent) patches.push(this.#sent.patch);
    if (this.#unsent) patches.push(this.#unsent);
    return {
      status: this.#isWaiting ? 'waiting' : isOpen ? 'saving' : this.#problem ? 'refused' : 'saved',
      patches,
      savedAt: this.#savedAt,
      problem: this.#problem,
      refused: this.#refused,
    };
  }
}

/** Two patches as one; the later words win. */
export function merged(earlier: DraftPatch | null, later: DraftPatch): DraftPatch {
  const both: DraftPatch = { ...earlier, ...later };
  if (earlier?.card || later.card) both.card = { ...earlier?.card, ...later.card };
  if (earlier?.appeal || later.appeal) both.appeal = { ...earlier?.appeal, ...later.appeal };
  if (earlier?.complaint || later.complaint) both.complaint = { ...earlier?.complaint, ...later.complaint };
  return both;
}
