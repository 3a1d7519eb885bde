import type { ReportedEvent } from '@/lib/domain/call-scripts/events';

/**
 * The answers a manager presses in one call, sent one at a time in the order of the presses. A press made while an answer
 * is on its way goes after it; one that is on its way or waiting already, at the same step, is not sent a second time.
 */
export class AnswerQueue {
  readonly #open = new Map<string, Promise<boolean>>();
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves as `send` does, once its turn has come; whoever presses the same again meanwhile gets the same outcome. */
  press(step: string, event: ReportedEvent, send: () => Promise<boolean>): Promise<boolean> {
    const press = JSON.stringify([step, event]);
    const open = this.#open.get(press);
    if (open) return open;
    const done = this.#last.then(send).finally(() => this.#open.delete(press));
    this.#open.set(press, done);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
