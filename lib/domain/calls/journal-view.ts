import { z } from 'zod';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { counterpartyNameSchema, departmentNameSchema } from '@/lib/domain/reactions/reaction-views';
import { type CallOutcome, callDirections, callOutcomes, callPhases } from './call';
import { callerSchema } from './call-view';
import { callRoutes } from './route';

/** A call that came in and that nobody of ours talked in. */
export const missedOutcomes = [
  'missed',
  'abandoned',
  'closedHours',
  'failed',
] as const satisfies CallOutcome[];

/** One line of the journal. Times are epoch ms by the server's clock, lengths are ms. */
export const journalRowSchema = z.object({
  id: z.string(),
  phase: z.enum(callPhases),
  direction: z.enum(callDirections),
  arrivedAt: z.number(),
  answeredAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  endedBy: z.enum(['caller', 'employee', 'system']).nullable(),
  caller: callerSchema,
  calledNumber: z.string(),
  line: z.string().nullable(),
  /** The card the conversation was about. */
  counterparty: counterpartyNameSchema.nullable(),
  /** IN-7: cards of the caller's number, when the conversation chose none. */
  cardsOfNumber: z.array(counterpartyNameSchema),
  route: z.enum(callRoutes).nullable(),
  owner: personNameSchema.nullable(),
  /** Who took the hand-over. */
  handedOverTo: personNameSchema.nullable(),
  handOverDepartment: departmentNameSchema.nullable(),
  /** From the first ring to the first answer, or to the end when nobody answered. */
  waitMs: z.number().nullable(),
  /** From the first answer to the end. */
  talkMs: z.number().nullable(),
  unfinishedSince: z.number().nullable(),
  finishedAt: z.number().nullable(),
  discardReason: z.string().nullable(),
  quarantinedAt: z.number().nullable(),
  mayReview: z.boolean(),
});
export type JournalRow = z.output<typeof journalRowSchema>;

/** IN-6: a call that ended in mid-conversation, with what is known of it. */
export const unfinishedCallSchema = journalRowSchema.extend({
  unfinishedSince: z.number(),
  step: z.string().nullable(),
  /** What was typed as the name of the caller, when no card is chosen. */
  typedName: z.string(),
  may: z.object({ finish: z.boolean(), takeOver: z.boolean(), discard: z.boolean() }),
});
export type UnfinishedCall = z.output<typeof unfinishedCallSchema>;
