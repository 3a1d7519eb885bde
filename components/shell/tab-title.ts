export type TabPage = { read: () => string; write: (title: string) => void };

type Claim = { text: string; rank: number; isBlinking: boolean };

/**
 * The one owner of the tab's title. The page names itself as it likes; whoever has something more urgent to say claims
 * the title, the highest rank is shown, and what the page is called now comes back when nobody claims it any more.
 */
export class TabTitle {
  #page: TabPage;
  #usual: string;
  #written: string;
  #claims = new Map<string, Claim>();
  #isUsualShown = false;

  constructor(page: TabPage) {
    this.#page = page;
    this.#usual = page.read();
    this.#written = this.#usual;
  }

  /** Shows a text until the returned function is called. A blinking one takes turns with what would stand there else. */
  claim(
    key: string,
    text: string,
    { rank, isBlinking = false }: Omit<Claim, 'text' | 'isBlinking'> & { isBlinking?: boolean },
  ): () => void {
    const claim = { text, rank, isBlinking };
    this.#claims.set(key, claim);
    this.#isUsualShown = false;
    this.#show();
    return () => {
      if (this.#claims.get(key) !== claim) return;
      this.#claims.delete(key);
      this.#show();
    };
  }

  /** To be called when the title may have been changed by the page itself. */
  pageChanged(): void {
    const title = this.#page.read();
    if (title === this.#written) return;
    this.#usual = title;
    this.#written = title;
    this.#show();
  }

  /** To be called in the rhythm of the blinking. */
  blink(): void {
    this.#isUsualShown = !this.#isUsualShown;
    this.#show();
  }

  #show(): void {
    const [first, second] = [...this.#claims.values()].sort((one, other) => other.rank - one.rank);
    const behind = second?.text ?? this.#usual;
    const title = first && !(first.isBlinking && this.#isUsualShown) ? first.text : behind;
    if (title === this.#written) return;
    this.#page.write(title);
    // The browser keeps a title without surplus spaces.
    this.#written = this.#page.read();
  }
}
