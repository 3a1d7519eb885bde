import {
  type Fact,
  longestWords,
  unknownPlaceholders,
  unnamedFact,
  type Wording,
  type Words,
} from '@/lib/domain/call-scripts/wording';

export type FieldProblem = 'empty' | 'tooLong' | 'unknownPlaceholder' | 'unnamedFact';

/** Why one text of a step cannot be published; null when it can. */
export function textProblem(key: string, text: string, facts?: readonly Fact[]): FieldProblem | null {
  if (!text.trim()) return 'empty';
  if (text.trim().length > longestWords) return 'tooLong';
  if (unknownPlaceholders(text, facts).length > 0) return 'unknownPlaceholder';
  return unnamedFact(key, text) ? 'unnamedFact' : null;
}

export const isPublishable = (wording: Wording, facts?: readonly Fact[]) =>
  Object.entries(wording).every(
    ([key, { ru, en }]) => !textProblem(key, ru, facts) && !textProblem(key, en, facts),
  );

const isSame = (one: Words | undefined, other: Words | undefined) =>
  one?.ru === other?.ru && one?.en === other?.en;

/** The person's own changes to `base`, moved onto a version that was published meanwhile. */
export function movedOnto(newest: Wording, { base, mine }: { base: Wording; mine: Wording }): Wording {
  return Object.fromEntries(
    Object.entries(newest).map(([key, words]) => {
      const own = mine[key];
      return [key, own && !isSame(own, base[key]) ? own : words];
    }),
  );
}
