import {
  longestWords,
  unknownPlaceholders,
  type Wording,
  type Words,
} from '@/lib/domain/call-scripts/wording';

export type FieldProblem = 'empty' | 'tooLong' | 'unknownPlaceholder';

/** Why one text of a step cannot be published; null when it can. */
export function textProblem(text: string): FieldProblem | null {
  if (!text.trim()) return 'empty';
  if (text.trim().length > longestWords) return 'tooLong';
  return unknownPlaceholders(text).length > 0 ? 'unknownPlaceholder' : null;
}

export const isPublishable = (wording: Wording) =>
  Object.values(wording).every(({ ru, en }) => !textProblem(ru) && !textProblem(en));

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
