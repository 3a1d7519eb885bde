import type fc from 'fast-check';
import type { Call } from '@/scripts/line-simulator/line/call';
import type { Worker } from '../company';
import type { House } from '../house';

/** As much of the world as is needed to say what can happen next. */
export type Model = {
  /** Callers who dialled, in order; `gone` ones have hung up. */
  callers: ('there' | 'gone')[];
  consoles: Partial<Record<Worker, 'open' | 'frozen'>>;
};

export const beginModel = (): Model => ({ callers: [], consoles: {} });

/** The world, and the calls placed in it. */
export type World = { house: House; calls: Call[] };

export type Command = fc.AsyncCommand<Model, World>;

/** One kind of thing that happens, with everything random about it in `given`, so that it can be shown and done again. */
export function command<Given>(
  name: string,
  given: fc.Arbitrary<Given>,
  {
    mayHappen = () => true,
    changes = () => undefined,
    happen,
  }: {
    mayHappen?: (model: Readonly<Model>, given: Given) => boolean;
    changes?: (model: Model, given: Given) => void;
    happen: (world: World, given: Given) => unknown;
  },
): fc.Arbitrary<Command> {
  return given.map((one) => ({
    check: (model) => mayHappen(model, one),
    async run(model, world) {
      changes(model, one);
      await happen(world, one);
      await world.house.settled();
    },
    toString: () => `${name}(${JSON.stringify(one)})`,
  }));
}

/** One of these, by a number of any size. */
export const pick = <Item>(items: readonly Item[], which: number): Item | undefined =>
  items[which % Math.max(1, items.length)];
