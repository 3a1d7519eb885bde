import { z } from 'zod';
import { stages } from '@/lib/domain/call-scripts/call-script';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import {
  departmentNameSchema,
  nextReactionChangeViewSchema,
  nextReactionViewSchema,
  reactionViewSchema,
} from '@/lib/domain/reactions/reaction-views';
import { playableRecordingSchema } from '@/lib/domain/recordings/recording-view';
import { reviewedReactionSchema } from '@/lib/domain/reviews/reviews.contract';
import { claimPurposes, offerPurposes } from './call-effect';
import { phoneCommandViewSchema } from './call-view';
import { declineReasons } from './decline-reason';
import { journalRowSchema } from './journal-view';
import { supervisionEnds, supervisionModes } from './supervision';

/** What somebody or the line reported at a step, and what it was about. */
const visitEventSchema = z.object({
  at: z.number(),
  employee: personNameSchema.nullable(),
  type: z.string(),
  /** The key of the answer's words, when it is an answer of the step. */
  label: z.string().nullable(),
  about: z
    .object({
      kind: z.enum(['card', 'appeal', 'employee', 'department', 'endReason', 'failure', 'step', 'words']),
      value: z.string(),
    })
    .nullable(),
});
export type VisitEvent = z.output<typeof visitEventSchema>;

const filledFieldSchema = z.object({ field: z.string(), value: z.string() });

/** One stay at a step of the call script: how long, what was said there, and what led away. */
const visitViewSchema = z.object({
  step: z.string(),
  stage: z.enum(stages).nullable(),
  enteredAt: z.number(),
  leftAt: z.number().nullable(),
  answer: visitEventSchema.nullable(),
  told: z.array(visitEventSchema),
  /** `filled`: what was typed and not taken. */
  refused: z.array(
    visitEventSchema.extend({
      reason: z.string(),
      missing: z.array(z.string()),
      filled: z.array(filledFieldSchema),
    }),
  ),
  filled: z.array(filledFieldSchema),
});
export type VisitView = z.output<typeof visitViewSchema>;

const lineFactSchema = z.object({
  id: z.number(),
  kind: z.string(),
  /** Told by the phone provider, or decided here. */
  source: z.enum(['line', 'console']),
  occurredAt: z.number(),
  receivedAt: z.number(),
  effect: z.enum(['applied', 'ignored', 'unknownCall']),
  /** How long after it happened we learnt of it; 0 when in time. */
  lateMs: z.number(),
  employee: personNameSchema.nullable(),
  /** Whom it was done for: who is to get the call, or is asked for advice. */
  target: personNameSchema.nullable(),
});
export type LineFact = z.output<typeof lineFactSchema>;

const offerViewSchema = z.object({
  id: z.string(),
  round: z.number(),
  purpose: z.enum(offerPurposes),
  department: departmentNameSchema,
  employee: personNameSchema,
  offeredAt: z.number(),
  endedAt: z.number().nullable(),
  outcome: z.enum(['claimed', 'lapsed', 'declined', 'withdrawn']).nullable(),
  declined: z.object({ reason: z.enum(declineReasons), words: z.string() }).nullable(),
});

const claimViewSchema = z.object({
  generation: z.number(),
  purpose: z.enum(claimPurposes),
  employee: personNameSchema,
  claimedAt: z.number(),
  joinedAt: z.number().nullable(),
  leftAt: z.number().nullable(),
  releasedAt: z.number().nullable(),
  releaseReason: z.string().nullable(),
});

/** Who was in the conversation besides the person on the line, how, from when until when (S5). */
const supervisionRecordSchema = z.object({
  generation: z.number(),
  employee: personNameSchema,
  supervised: personNameSchema.nullable(),
  modes: z.array(z.object({ mode: z.enum(supervisionModes), at: z.number() })),
  startedAt: z.number(),
  joinedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  endReason: z.enum(supervisionEnds).nullable(),
});

/** Everything that is known of one call afterwards. Times are epoch ms. */
export const callReviewSchema = z.object({
  now: z.number(),
  call: journalRowSchema.extend({
    reconciledAt: z.number().nullable(),
    quarantineReason: z.string().nullable(),
    finishedBy: personNameSchema.nullable(),
    recordsWrittenAt: z.number().nullable(),
  }),
  script: z
    .object({ id: z.string(), machineVersion: z.number(), wordingVersion: z.number(), startedAt: z.number() })
    .nullable(),
  path: z.array(visitViewSchema),
  reactions: z.array(reactionViewSchema),
  /** The reviews of these reactions, for whoever reviews them, and to whom a remark was made. */
  reviewed: z.array(reviewedReactionSchema),
  nextReactions: z.array(nextReactionViewSchema.extend({ changes: z.array(nextReactionChangeViewSchema) })),
  facts: z.array(lineFactSchema),
  /** When the caller heard music while the same person kept the call. */
  holds: z.array(z.object({ from: z.number(), until: z.number() })),
  /** The conversation, and what the caller left when nobody answered. */
  recordings: z.array(playableRecordingSchema),
  offers: z.array(offerViewSchema),
  claims: z.array(claimViewSchema),
  supervisions: z.array(supervisionRecordSchema),
  commands: z.array(phoneCommandViewSchema.extend({ endedAt: z.number().nullable() })),
  /** IN-9 c: the caller's number, when it may be blocked from here; null otherwise. */
  blocking: z.object({ e164: z.string(), isBlocked: z.boolean() }).nullable(),
});
export type CallReview = z.output<typeof callReviewSchema>;
