/** How a measurement is asked for. */
export type Bench = {
  /** A smaller run, for a first impression. */
  isQuick: boolean;
  /** Tells what is being done, to whoever waits for it. */
  say(words: string): void;
};
