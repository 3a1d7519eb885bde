import { ApiError, type UnansweredChange } from '@/components/api-error';
import { sentAgainForMs } from '@/lib/domain/retention/repeated-requests';
import { isWaiting, type KeptText, type Save, type SaveStore } from './save';

export type NewSave = {
  request: UnansweredChange;
  lane: string;
  about: string;
  href?: string | null;
  form?: KeptText | null;
  goodForMs?: number;
  /** An earlier choice of the same lane that has not been sent is not meant any more. */
  replaces?: boolean;
};

export type SavesState = {
  saves: readonly Save[];
  /** The newest attempt got no answer. */
  isStuck: boolean;
  /** Nothing of it would be lost with the tab. */
  isKept: boolean;
};

const nothing: SavesState = { saves: [], isStuck: false, isKept: true };
/** The server knows nothing of what this browser keeps. */
export const noSaves = () => nothing;

type Outside = {
  store: SaveStore;
  send: (save: Save) => Promise<unknown>;
  personId: string;
  pageId: string;
  now?: () => number;
  newKey?: () => string;
};

export type SentSave = { sent: true; save: Save; answer: unknown; at: number };
export type SaveOutcome = SentSave | { sent: false; save: Save };

const retryAfterMs = 2_000;
/** How many of the last answers are remembered. */
const mostRemembered = 50;
/** A server that fails at one save so often will not take it, and others stand behind it. */
const failuresUntilRefused = 5;

/**
 * What a person pressed and typed while there was no connection. It is kept in this browser, sent one by one in the order
 * of the presses under the key of the press, and whatever the server refuses stays until the person has dealt with it.
 */
export class SaveQueue {
  #saves: Save[] = [];
  #sent: SentSave[] = [];
  #count = 0;
  #isStuck = false;
  #isKept = true;
  #problem: ApiError | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #listeners = new Set<() => void>();
  #outcomeListeners = new Set<(outcome: SaveOutcome) => void>();
  #state: SavesState = nothing;
  readonly #outside: Required<Outside>;

  constructor(outside: Outside) {
    this.#outside = { now: Date.now, newKey: () => crypto.randomUUID(), ...outside };
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  state = () => this.#state;

  /** Tells what became of each save. */
  onOutcome(listener: (outcome: SaveOutcome) => void): () => void {
    this.#outcomeListeners.add(listener);
    return () => void this.#outcomeListeners.delete(listener);
  }

  /** What was sent of a lane since the page was opened, by whoever was not there to be told. */
  sentOf(lane: string): SentSave[] {
    return this.#sent.filter(({ save }) => save.lane === lane);
  }

  /** Reads what earlier pages of the person left, and sends it. */
  async wake(): Promise<void> {
    const { store, personId, pageId } = this.#outside;
    try {
      const left = await store.takeOver(personId, pageId);
      const known = new Set(this.#saves.map(({ id }) => id));
      this.#saves = [...left.filter(({ id }) => !known.has(id)), ...this.#saves].toSorted(byPress);
      if (left.length > 0) this.#changed();
    } catch {
      this.#isKept = false;
    }
    await this.send();
  }

  /** Keeps a change that got no answer; false when this browser keeps nothing. */
  async add(wanted: NewSave): Promise<boolean> {
    const save = this.#make(wanted, true);
    try {
      await this.#outside.store.put(save);
    } catch {
      return false;
    }
    for (const earlier of wanted.replaces ? this.#of(wanted.lane) : []) {
      if (isWaiting(earlier)) this.discard(earlier.id);
    }
    this.#saves = [...this.#saves, save];
    this.#isStuck = true;
    this.#changed();
    this.#sendLater();
    return true;
  }

  /**
   * Keeps what is being typed: it becomes one with what was typed in the same lane before, as long as that was not sent.
   * `send` is left to whoever types.
   */
  type(lane: string, make: (earlier: Save | null) => Omit<NewSave, 'lane'>): void {
    const earlier = this.#of(lane).findLast((save) => isWaiting(save) && !save.isAttempted) ?? null;
    const save = this.#make({ lane, ...make(earlier) }, false);
    if (earlier) {
      const { request, about } = save;
      this.#replace({ ...earlier, request: { ...request, key: earlier.request.key }, about });
    } else {
      this.#saves = [...this.#saves, save];
      this.#keep(save);
    }
    this.#changed();
  }

  /** Sends what waits, in order, until nothing does or there is no answer. */
  send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  /** Sends until nothing of the lane waits. @throws ApiError when there is no answer */
  async flush(lane: string): Promise<void> {
    while (this.#of(lane).some(isWaiting)) {
      await this.send();
      if (this.#isStuck && this.#of(lane).some(isWaiting)) {
        throw this.#problem ?? new ApiError('network', 0);
      }
    }
  }

  /** The person does not want it any more. */
  discard(id: string): void {
    if (!this.#saves.some((save) => save.id === id)) return;
    this.#saves = this.#saves.filter((save) => save.id !== id);
    void this.#outside.store.remove(id).catch(() => undefined);
    if (!this.#saves.some(isWaiting)) this.#isStuck = false;
    this.#changed();
  }

  /** Takes the discarding back. */
  putBack(save: Save): void {
    this.#saves = [...this.#saves, save].toSorted(byPress);
    this.#keep(save);
    this.#changed();
    void this.send();
  }

  /** Sends a refused one again: after a definite answer it is another attempt, with a key of its own. */
  retry(id: string): void {
    const save = this.#saves.find((one) => one.id === id);
    if (!save?.refusal) return;
    const isSettled = save.refusal.status > 0 && save.refusal.status < 500;
    const key = isSettled ? this.#outside.newKey() : save.request.key;
    const goodUntil = this.#outside.now() + sentAgainForMs;
    this.#replace({ ...save, refusal: null, failures: 0, goodUntil, request: { ...save.request, key } });
    this.#changed();
    void this.send();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #sendAll(): Promise<void> {
    for (let next = this.#saves.find(isWaiting); next; next = this.#saves.find(isWaiting)) {
      if (!(await this.#sendOne(next))) return;
    }
    this.#isStuck = false;
    this.#changed();
  }

  /** Whether the next one may be sent. */
  async #sendOne(save: Save): Promise<boolean> {
    if (this.#outside.now() > save.goodUntil) {
      this.#refuse(save, new ApiError('tooOld', 0));
      return true;
    }
    const sent = { ...save, isAttempted: true };
    if (!save.isAttempted) this.#replace(sent);
    try {
      const answer = await this.#outside.send(sent);
      this.#isStuck = false;
      this.#problem = null;
      const outcome: SentSave = { sent: true, save: sent, answer, at: this.#outside.now() };
      this.#sent = [...this.#sent, outcome].slice(-mostRemembered);
      this.#tell(outcome);
      this.discard(save.id);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const failures = save.failures + (isFailure(error) ? 1 : 0);
      if (waits(error) || (isFailure(error) && failures < failuresUntilRefused)) {
        this.#replace({ ...sent, failures });
        this.#isStuck = true;
        this.#problem = error;
        this.#changed();
        this.#sendLater();
        return false;
      }
      this.#isStuck = false;
      this.#refuse({ ...sent, failures }, error);
      return true;
    }
  }

  #refuse(save: Save, { code, status, fields, details }: ApiError): void {
    const refused = { ...save, refusal: { code, status, fields, details } };
    this.#replace(refused);
    this.#changed();
    this.#tell({ sent: false, save: refused });
  }

  #sendLater(): void {
    this.#timer ??= setTimeout(() => void this.send(), retryAfterMs);
  }

  #make(wanted: NewSave, isAttempted: boolean): Save {
    const { personId, pageId, now } = this.#outside;
    const { request, lane, about, href = null, form = null } = wanted;
    const at = now();
    this.#count += 1;
    return {
      id: `${String(at).padStart(15, '0')}-${String(this.#count).padStart(6, '0')}-${pageId}`,
      personId,
      pageId,
      lane,
      request,
      about,
      href,
      form,
      at,
      goodUntil: at + (wanted.goodForMs ?? sentAgainForMs),
      isAttempted,
      failures: 0,
      refusal: null,
    };
  }

  /** One that was discarded while it was on its way stays discarded. */
  #replace(save: Save): void {
    if (!this.#saves.some(({ id }) => id === save.id)) return;
    this.#saves = this.#saves.map((one) => (one.id === save.id ? save : one));
    this.#keep(save);
  }

  #keep(save: Save): void {
    this.#outside.store.put(save).catch(() => {
      this.#isKept = false;
      this.#changed();
    });
  }

  #of(lane: string): Save[] {
    return this.#saves.filter((save) => save.lane === lane);
  }

  #tell(outcome: SaveOutcome): void {
    for (const listener of this.#outcomeListeners) listener(outcome);
  }

  #changed(): void {
    this.#state = { saves: this.#saves, isStuck: this.#isStuck, isKept: this.#isKept };
    for (const listener of this.#listeners) listener();
  }
}

const byPress = (one: Save, other: Save) => (one.id < other.id ? -1 : 1);

/** Nobody answered, or the one who answers does not know us now: it is worth waiting for. */
const waits = ({ code, status }: ApiError) =>
  (status === 0 && code !== 'tooOld') || code === 'unavailable' || status === 401 || status === 429;

const isFailure = ({ code, status }: ApiError) => status >= 500 && code !== 'unavailable';
