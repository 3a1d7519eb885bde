import { ApiError } from './api-error';

/**
 * The Idempotency-Key of what a person is trying to do. Pressing the button again after a lost connection is the same
 * intent and keeps the key; after a definite answer, or with other content, it is a new one.
 */
export class Intent {
  #key: string | null = null;
  #content = '';
  #sent: unknown;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.#key === null || text !== this.#content) this.#key = this.newKey();
    this.#content = text;
    return this.#key;
  }

  /**
   * What to send for this intent, and its key. While the answer is not known, the same `meaning` is sent in the very words
   * of its first attempt: «in an hour» reckoned anew would be another content, and the act would be done twice.
   */
  attempt<Content>(content: Content, meaning: unknown = content): { key: string; content: Content } {
    const before = this.#key;
    const key = this.keyFor(meaning);
    if (key !== before) this.#sent = content;
    return { key, content: this.#sent as Content };
  }

  succeeded(): void {
    this.#key = null;
  }

  failed(error: unknown): void {
    if (!(error instanceof ApiError && error.isUnsettled)) this.#key = null;
  }
}

const intents = new Map<string, Intent>();

/** The intent about one subject: the same one when its form is closed and opened again in this tab. */
export function intentAbout(subject: string): Intent {
  const intent = intents.get(subject) ?? new Intent();
  intents.set(subject, intent);
  return intent;
}
