import { Refusal } from '@/lib/domain/errors';

/**
 * `draft`: seen by reviewers alone. `sent`: waits for the employee. `objected`: waits for a reviewer. `upheld`: the
 * reviewer stands by it, and the employee has that to acknowledge. `acknowledged`: the end.
 */
export const scoreCardStates = ['draft', 'sent', 'objected', 'upheld', 'acknowledged'] as const;
export type ScoreCardState = (typeof scoreCardStates)[number];

export const scoreCardActs = ['save', 'send', 'discard', 'acknowledge', 'object', 'uphold'] as const;
export type ScoreCardAct = (typeof scoreCardActs)[number];

/** Sending again leaves a further edition; what was sent before stays as it was. */
const table: Record<ScoreCardState, Partial<Record<ScoreCardAct, ScoreCardState | 'gone'>>> = {
  draft: { save: 'draft', send: 'sent', discard: 'gone' },
  sent: { save: 'sent', send: 'sent', acknowledge: 'acknowledged', object: 'objected' },
  objected: { save: 'objected', send: 'sent', uphold: 'upheld' },
  upheld: { save: 'upheld', send: 'sent', acknowledge: 'acknowledged' },
  acknowledged: {},
};

export const isScoreCardActPossible = (state: ScoreCardState, act: ScoreCardAct): boolean =>
  table[state][act] !== undefined;

/** What becomes of a card. @throws Refusal `notPossibleNow` with the state it stands in */
export function scoreCardAfter(state: ScoreCardState, act: ScoreCardAct): ScoreCardState | 'gone' {
  const next = table[state][act];
  if (!next)
    throw new Refusal('notPossibleNow', `a score card that is ${state} takes no ${act}`, {}, { state });
  return next;
}

export const verdicts = ['yes', 'no', 'notApplicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** A moment of a recording of the call; `seconds` from its beginning. */
export type RecordedPlace = { recordingId: string; seconds: number };

/** What a reviewer made of one criterion. */
export type Mark = { verdict: Verdict | null; comment: string; place: RecordedPlace | null };

/** A comment on a moment of the recording that belongs to no criterion. */
export type PlacedNote = { id: string; text: string; place: RecordedPlace };

export type ScoreCardContent = {
  /** By the key of the criterion. */
  marks: Record<string, Mark>;
  notes: PlacedNote[];
  summary: string;
};

export const scoreCardLimits = { comment: 1_000, summary: 4_000, notes: 100 } as const;

export const emptyMark: Mark = { verdict: null, comment: '', place: null };

export const emptyScoreCard: ScoreCardContent = { marks: {}, notes: [], summary: '' };

export type Score = { yes: number; applicable: number; percent: number | null };

/** Yes out of all that apply, in whole per cent; null when nothing applies. What is not marked yet does not count. */
export function scoreOf({ marks }: Pick<ScoreCardContent, 'marks'>, keys: readonly string[]): Score {
  const given = keys.map((key) => marks[key]?.verdict);
  const yes = given.filter((verdict) => verdict === 'yes').length;
  const applicable = yes + given.filter((verdict) => verdict === 'no').length;
  return { yes, applicable, percent: applicable === 0 ? null : Math.round((100 * yes) / applicable) };
}

/**
 * What keeps a card from being sent: criteria without a mark, each of which is to be answered, be it by «not applicable»,
 * and comments on the recording that say nothing.
 */
export const unreadyParts = ({ marks, notes }: ScoreCardContent, keys: readonly string[]) => ({
  unmarked: keys.filter((key) => !marks[key]?.verdict),
  emptyNotes: notes.flatMap(({ text }, index) => (text.trim() === '' ? [index] : [])),
});

/** Whether two contents say the same; kept JSON comes back with its names in another order. */
export function isSameContent(
  one: ScoreCardContent,
  other: ScoreCardContent,
  keys: readonly string[],
): boolean {
  const told = ({ marks, notes, summary }: ScoreCardContent) =>
    JSON.stringify([
      keys.map((key) => {
        const { verdict, comment, place } = marks[key] ?? emptyMark;
        return [verdict, comment, place?.recordingId, place?.seconds];
      }),
      notes.map(({ id, text, place }) => [id, text, place.recordingId, place.seconds]),
      summary,
    ]);
  return told(one) === told(other);
}
