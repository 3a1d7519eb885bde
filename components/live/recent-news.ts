import type { News } from './live-connection';

/** A page may be this long on its way from the server to the screen. */
const onItsWayMs = 10_000;

/** What was heard lately: whoever comes to hear of it only now was perhaps drawn before it. */
export class RecentNews {
  #heardAt = new Map<string, number>();
  #everythingAt = Number.NEGATIVE_INFINITY;

  /** `now`: any clock in milliseconds that never goes back. */
  constructor(private readonly now: () => number) {}

  note(news: Pick<News, 'noun'> | 'resync'): void {
    if (news === 'resync') this.#everythingAt = this.now();
    else this.#heardAt.set(news.noun, this.now());
  }

  /** Whether one of the nouns, or everything, may have changed while a page was on its way. */
  hasHeard(nouns: readonly string[]): boolean {
    const since = this.now() - onItsWayMs;
    const heardAt = nouns.map((noun) => this.#heardAt.get(noun) ?? Number.NEGATIVE_INFINITY);
    return Math.max(this.#everythingAt, ...heardAt) > since;
  }
}
