import { ApiError } from './api-error';

/**
 * The Idempotency-Key of what a person is trying to do. Pressing the button again after a lost connection is the same
 * intent and keeps the key; after a definite answer, or with other content, it is a new one.
 */
export class Intent {
  #key: string | null = null;
  #content = '';

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  keyFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.#key === null || text !== this.#content) this.#key = this.newKey();
    this.#content = text;
    return this.#key;
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
