import { ulid } from 'ulid';

/** The same choices for the same seed, so that the demo company is the same on every machine. */
export type Random = {
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** Both ends inclusive. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  idAt(at: number): string;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // The generator known as mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)]!;
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((entry) => ({ entry, order: next() }))
      .sort((one, other) => one.order - other.order)
      .map(({ entry }) => entry);
  return {
    next,
    between,
    pick,
    shuffle,
    chance: (probability) => next() < probability,
    idAt: (at) => ulid(at, next),
  };
}
