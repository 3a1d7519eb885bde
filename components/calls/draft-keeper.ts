import { ApiError } from '@/components/api-error';
import { isWaiting, type Save } from '@/components/saves/save';
import type { SaveQueue, SentSave } from '@/components/saves/save-queue';
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

type Kept = { patch: DraftPatch; version: number };

type Outside = {
  queue: SaveQueue;
  callId: string;
  /** What is typed, in the words of the list of what waits. */
  about: string;
  newKey?: () => string;
};

export const saveAfterMs = 400;

/**
 * What is typed in a call. It is put among the saves at once and sent 400 ms after the first unsent keystroke, one
 * request at a time; without a connection it waits there and is sent again with the same key (IN-6). What is refused
 * stays to be read.
 */
export class DraftKeeper {
  #kept: Kept[] = [];
  #savedAt: number | null = null;
  #seenVersion = 0;
  #problem: ApiError | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #listeners = new Set<() => void>();
  #state: DraftState;
  readonly #lane: string;
  readonly #outside: Required<Outside>;

  constructor(outside: Outside) {
    this.#outside = { newKey: () => crypto.randomUUID(), ...outside };
    this.#lane = `draft ${outside.callId}`;
    this.#state = this.#read();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = () => this.#state;

  /** Follows what becomes of what was typed; returns what ends it. */
  start(): () => void {
    const { queue } = this.#outside;
    this.#kept = [];
    for (const outcome of queue.sentOf(this.#lane)) this.#isKept(outcome);
    const stops = [
      queue.subscribe(() => this.#changed()),
      queue.onOutcome((outcome) => {
        if (outcome.save.lane !== this.#lane) return;
        if (outcome.sent) {
          this.#isKept(outcome);
          this.#problem = null;
        } else if (outcome.save.refusal) {
          const { code, status, fields, details } = outcome.save.refusal;
          this.#problem = new ApiError(code, status, code, fields, details);
        }
        this.#changed();
      }),
    ];
    this.#changed();
    return () => {
      for (const stop of stops) stop();
      if (this.#timer !== undefined) void this.#send();
    };
  }

  type(patch: DraftPatch): void {
    const { queue, callId, about, newKey } = this.#outside;
    this.#problem = null;
    queue.type(this.#lane, (earlier) => {
      const all = merged(earlier && patchOf(earlier), patch);
      const body = { step: '', event: { type: 'manager.filledIn', patch: all } };
      const path = `/calls/${callId}/call-script/events`;
      return { request: { method: 'POST', path, body, key: newKey() }, about, href: `/desk?call=${callId}` };
    });
    this.#timer ??= setTimeout(() => void this.#send(), saveAfterMs);
  }

  /** The server's draft of this version was read: what it holds need not be laid over it any more. */
  seen(version: number): void {
    this.#seenVersion = version;
    const left = this.#kept.filter((kept) => kept.version > version);
    if (left.length === this.#kept.length) return;
    this.#kept = left;
    this.#changed();
  }

  /** Sends everything typed so far and waits for it. @throws ApiError when it could not be kept */
  async flush(): Promise<void> {
    await this.#outside.queue.flush(this.#lane);
    if (this.#problem) throw this.#problem;
  }

  /** The refused words were read, or copied to where they belong: nothing is held up by them any more. */
  putAway(): void {
    for (const save of this.#saves()) if (!isWaiting(save)) this.#outside.queue.discard(save.id);
    this.#problem = null;
    this.#changed();
  }

  #isKept({ save, answer, at }: SentSave): void {
    const { runVersion } = answer as { runVersion: number };
    if (runVersion > this.#seenVersion) {
      this.#kept = [...this.#kept, { patch: patchOf(save), version: runVersion }];
    }
    this.#savedAt = at;
  }

  #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#outside.queue.send();
  }

  #saves(): Save[] {
    return this.#outside.queue.state().saves.filter((save) => save.lane === this.#lane);
  }

  #changed(): void {
    this.#state = this.#read();
    for (const listener of this.#listeners) listener();
  }

  #read(): DraftState {
    const saves = this.#saves();
    const open = saves.filter(isWaiting);
    const isStuck = this.#outside.queue.state().isStuck && open.length > 0;
    return {
      status: isStuck ? 'waiting' : open.length > 0 ? 'saving' : this.#problem ? 'refused' : 'saved',
      patches: [...this.#kept.map(({ patch }) => patch), ...open.map(patchOf)],
      savedAt: this.#savedAt,
      problem: this.#problem,
      refused: saves
        .filter((save) => !isWaiting(save))
        .reduce<DraftPatch | null>((all, save) => merged(all, patchOf(save)), null),
    };
  }
}

const patchOf = (save: Save) => (save.request.body as { event: { patch: DraftPatch } }).event.patch;

/** Two patches as one; the later words win. */
function merged(earlier: DraftPatch | null, later: DraftPatch): DraftPatch {
  const both: DraftPatch = { ...earlier, ...later };
  if (earlier?.card || later.card) both.card = { ...earlier?.card, ...later.card };
  if (earlier?.appeal || later.appeal) both.appeal = { ...earlier?.appeal, ...later.appeal };
  if (earlier?.complaint || later.complaint) both.complaint = { ...earlier?.complaint, ...later.complaint };
  if (earlier?.satisfaction || later.satisfaction) {
    both.satisfaction = { ...earlier?.satisfaction, ...later.satisfaction };
  }
  return both;
}
