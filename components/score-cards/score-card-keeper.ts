import { ApiError } from '@/components/api-error';
import { isSameForm, type KeptForms } from '@/components/kept-forms';
import type { ScoreCardContent } from '@/lib/domain/score-cards/score-card';

export type KeeperState = {
  content: ScoreCardContent;
  status: 'saved' | 'saving' | 'waiting' | 'refused';
  /** When it was kept last, epoch ms of this device; null before the first time. */
  savedAt: number | null;
  problem: ApiError | null;
};

type Kept = { content: ScoreCardContent; version: number };

type Outside = {
  /** Sends the whole card as it was made of that version; answers the version that has it. */
  send: (kept: Kept, key: string) => Promise<{ version: number }>;
  /** What was typed and is nowhere else outlives a reload there. */
  forms: Pick<KeptForms, 'read' | 'keep' | 'forget'>;
  subject: string;
  now?: () => number;
  newKey?: () => string;
};

export const saveAfterMs = 600;
const retryAfterMs = 2_000;

/**
 * Keeps what a reviewer writes on a score card: in this browser at once, on the server soon after, one request at a time;
 * without a connection it waits and goes again with the same key. What the server refuses stays here until its author
 * says which of the two is to stand.
 */
export class ScoreCardKeeper {
  #content: ScoreCardContent;
  #version: number;
  #saved: ScoreCardContent;
  #sent: (Kept & { key: string }) | null = null;
  #status: KeeperState['status'] = 'saved';
  #savedAt: number | null = null;
  #problem: ApiError | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #listeners = new Set<() => void>();
  #state: KeeperState;
  readonly #outside: Required<Outside>;

  constructor(server: Kept, outside: Outside) {
    this.#outside = { now: Date.now, newKey: () => crypto.randomUUID(), ...outside };
    this.#saved = server.content;
    this.#content = server.content;
    this.#version = server.version;
    const kept = this.#outside.forms.read(this.#outside.subject, server);
    if (kept && !isSameForm(kept.content, server.content)) {
      this.#content = kept.content;
      // Made of another version, it must not be laid over what somebody else wrote unasked.
      this.#version = kept.version;
      this.#status = 'saving';
    }
    this.#state = this.#read();
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = () => this.#state;

  change(content: ScoreCardContent): void {
    this.#content = content;
    if (this.#status !== 'refused') {
      this.#status = 'saving';
      this.#timer ??= setTimeout(() => void this.#pump(), saveAfterMs);
    }
    this.#changed();
  }

  /** What the server has now; taken over unless something here waits to be sent. */
  seen(server: Kept): void {
    if (this.#isDirty() || this.#sent || server.version <= this.#version) return;
    this.#take(server);
  }

  /** Sends everything and waits for it; the version that has it. @throws ApiError when it could not be kept */
  async flush(): Promise<number> {
    while (this.#sent || (this.#isDirty() && this.#status !== 'refused')) {
      await this.#pump();
      if (this.#status === 'waiting') break;
    }
    if (this.#problem) throw this.#problem;
    return this.#version;
  }

  /** What stands here is to stand, over whatever the server has by now. */
  overwrite(version: number): void {
    this.#version = version;
    this.#problem = null;
    this.#status = 'saving';
    this.#changed();
    void this.#pump();
  }

  /** What the server has is to stand; what was typed here goes. */
  adopt(server: Kept): void {
    this.#take(server);
  }

  /** Starts what an earlier page left, and what waits for a connection. */
  wake(): void {
    if (this.#status !== 'refused' && (this.#isDirty() || this.#sent)) void this.#pump();
  }

  /** The screen goes away: one last try; what could not be sent stays in the browser. */
  async leave(): Promise<void> {
    if (this.#status !== 'refused' && (this.#isDirty() || this.#sent)) await this.#pump();
    this.#stop();
  }

  #isDirty = () => !isSameForm(this.#content, this.#saved);

  #take({ content, version }: Kept): void {
    this.#stop();
    this.#content = content;
    this.#saved = content;
    this.#version = version;
    this.#sent = null;
    this.#problem = null;
    this.#status = 'saved';
    this.#changed();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #pump(): Promise<void> {
    this.#stop();
    this.#sending ??= this.#sendOne().finally(() => {
      this.#sending = null;
      if (this.#isDirty() && this.#status === 'saving')
        this.#timer ??= setTimeout(() => void this.#pump(), saveAfterMs);
    });
    return this.#sending;
  }

  async #sendOne(): Promise<void> {
    if (!this.#sent && !this.#isDirty()) {
      this.#status = 'saved';
      this.#changed();
      return;
    }
    this.#sent ??= { content: this.#content, version: this.#version, key: this.#outside.newKey() };
    const { key, ...kept } = this.#sent;
    try {
      const { version } = await this.#outside.send(kept, key);
      // Put away or laid over another version meanwhile: this answer is about what no longer counts.
      if (this.#sent?.key !== key) return;
      this.#sent = null;
      this.#version = version;
      this.#saved = kept.content;
      this.#savedAt = this.#outside.now();
      this.#problem = null;
      this.#status = this.#isDirty() ? 'saving' : 'saved';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#problem = error;
      if (error.isUnsettled || error.status === 401) {
        this.#status = 'waiting';
        this.#timer = setTimeout(() => void this.#pump(), retryAfterMs);
      } else {
        this.#status = 'refused';
        this.#sent = null;
      }
    }
    this.#changed();
  }

  #changed(): void {
    const { forms, subject } = this.#outside;
    if (this.#isDirty() || this.#sent)
      forms.keep(subject, { content: this.#content, version: this.#version });
    else forms.forget(subject);
    this.#state = this.#read();
    for (const listener of this.#listeners) listener();
  }

  #read = (): KeeperState => ({
    content: this.#content,
    status: this.#status,
    savedAt: this.#savedAt,
    problem: this.#problem,
  });
}
