import { z } from 'zod';
import { fieldNames, stages } from '@/lib/domain/call-scripts/call-script';
import { journalRowSchema } from '@/lib/domain/calls/journal-view';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { playableRecordingSchema } from '@/lib/domain/recordings/recording-view';
import { recordId, text } from '@/lib/domain/text-field';
import { scoreCardLimits, scoreCardStates, verdicts } from './score-card';

const placeSchema = z.object({ recordingId: recordId, seconds: z.number('invalid').min(0, 'invalid') });

const comment = text(scoreCardLimits.comment);

/** What a reviewer has written, whole or half. */
export const scoreCardContentSchema = z.object({
  marks: z.record(
    recordId,
    z.object({
      verdict: z.enum(verdicts, 'notAChoice').nullable(),
      comment,
      place: placeSchema.nullable(),
    }),
  ),
  notes: z
    .array(z.object({ id: recordId, text: comment, place: placeSchema }))
    .max(scoreCardLimits.notes, 'tooMany'),
  summary: text(scoreCardLimits.summary),
});

const scoreSchema = z.object({ yes: z.number(), applicable: z.number(), percent: z.number().nullable() });

const criterionSchema = z.object({
  key: z.string(),
  stage: z.enum(stages),
  step: z.string(),
  kind: z.enum(['verbatim', 'bySense', 'filled', 'chosen']),
  /** What was to be said, in the words of that day. */
  words: z.object({ ru: z.string(), en: z.string() }).nullable(),
  fields: z.array(z.enum(fieldNames)),
  answers: z.array(z.string()),
});
export type CriterionView = z.output<typeof criterionSchema>;

/** What was sent once, and what was said to it. Times are epoch ms. */
const editionSchema = z.object({
  edition: z.number(),
  content: scoreCardContentSchema,
  score: scoreSchema,
  sentAt: z.number(),
  sentBy: personNameSchema.nullable(),
  acknowledgedAt: z.number().nullable(),
  objectedAt: z.number().nullable(),
  objection: z.string().nullable(),
  upheldAt: z.number().nullable(),
  upheldBy: personNameSchema.nullable(),
  reply: z.string().nullable(),
});
export type EditionView = z.output<typeof editionSchema>;

const cardShape = {
  id: z.string(),
  state: z.enum(scoreCardStates),
  employee: personNameSchema.nullable(),
  call: journalRowSchema,
  /** How often it was sent. */
  edition: z.number(),
  /** By whom and when the card was written on last. */
  reviewer: personNameSchema.nullable(),
  updatedAt: z.number(),
};

export const scoreCardSchema = z.object({
  ...cardShape,
  /** Counts the changes of what is written; a change names the one it was made of. */
  version: z.number(),
  criteria: z.array(criterionSchema),
  /** What reviewers write on; null for the employee, who sees the editions. */
  content: scoreCardContentSchema.nullable(),
  /** What is written differs from what was sent last. */
  isChanged: z.boolean(),
  /** The newest first. */
  editions: z.array(editionSchema),
  recordings: z.array(playableRecordingSchema),
  may: z.object({
    save: z.boolean(),
    send: z.boolean(),
    discard: z.boolean(),
    acknowledge: z.boolean(),
    object: z.boolean(),
    uphold: z.boolean(),
  }),
});
export type ScoreCardView = z.output<typeof scoreCardSchema>;

/** A card in a list: its last edition's score, and of a draft none. */
export const scoreCardRowSchema = z.object({
  ...cardShape,
  percent: z.number().nullable(),
  sentAt: z.number().nullable(),
  sentBy: personNameSchema.nullable(),
});
export type ScoreCardRow = z.output<typeof scoreCardRowSchema>;

/** Why a call has no card and gets none. */
const unscorableReasons = ['noConversation', 'notFinished', 'noChart'] as const;
export type UnscorableReason = (typeof unscorableReasons)[number];

/** The scoring of one call, for somebody who may see it. */
export const callScoringSchema = z.object({
  /** Null when there is none, or none that this person sees. */
  card: scoreCardSchema.nullable(),
  /** Who would be scored; null when the call cannot be. */
  employee: personNameSchema.nullable(),
  mayBegin: z.boolean(),
  /** Why it may not be begun, for somebody who scores calls. */
  reason: z.enum(unscorableReasons).nullable(),
});
export type CallScoring = z.output<typeof callScoringSchema>;
