import { z } from 'zod';
import {
  personNameSchema,
  phoneToCallSchema,
  projectNameSchema,
} from '@/lib/domain/counterparties/card-views';
import { documentViewSchema } from '@/lib/domain/documents/document-views';
import { attemptOutcomes, recommendationStates, roundStates, roundSubjects, verdicts } from './round';

const answer = z.object({ verdict: z.enum(verdicts), words: z.string() });
const roundAnswersSchema = z.object({
  software: answer.optional(),
  support: answer.optional(),
  company: answer.optional(),
});

export const roundRowSchema = z.object({
  id: z.string(),
  counterparty: z.object({
    id: z.string(),
    name: z.string(),
    city: z.string(),
    contactPerson: z.string(),
    phones: z.array(phoneToCallSchema),
    /** The first is written to. */
    emails: z.array(z.string()),
  }),
  manager: personNameSchema.nullable(),
  dueOn: z.string(),
  dueFrom: z.number(),
  dueUntil: z.number(),
  timeZone: z.string(),
  state: z.enum(roundStates),
  /** When the next attempt is at an hour of its own. */
  nextAttemptAt: z.number(),
  attempts: z.array(
    z.object({
      at: z.number(),
      outcome: z.enum(attemptOutcomes),
      employee: personNameSchema.nullable(),
      callId: z.string().nullable(),
    }),
  ),
  answers: roundAnswersSchema,
  callId: z.string().nullable(),
  /** A call about the round that is not over: it runs, or what was said in it is not finished. */
  talk: z.enum(['running', 'unfinished']).nullable(),
  refusal: z.string().nullable(),
  letter: z
    .object({
      /** Null: asked for in this round; the letter is waited for, or came, in another. */
      state: z.enum(recommendationStates).nullable(),
      askedAt: z.number().nullable(),
      receivedAt: z.number().nullable(),
      attachmentId: z.string().nullable(),
    })
    .nullable(),
  /** With which round the client's letter came; null while none has. */
  letterRoundId: z.string().nullable(),
  complaintId: z.string().nullable(),
  /** How the client's last round came out in which they were asked, this one or another. */
  lastVerdict: z.enum(roundStates).nullable(),
  /** How the client's last round before this one came out. */
  earlierState: z.enum(roundStates).nullable(),
  openComplaints: z.number(),
  endedAt: z.number().nullable(),
  version: z.number(),
  may: z.object({ settle: z.boolean(), call: z.boolean() }),
});
export type RoundView = z.output<typeof roundRowSchema>;

/** A round by itself: with the requests of a letter that were made for its client as documents, the newest first. */
export const roundSchema = roundRowSchema.extend({
  letterRequests: z.array(documentViewSchema),
  /** The file of the letter that came; `isSettled`: a settled month's pay was reckoned by it (CO-1). */
  letterFile: z.object({ name: z.string(), isSettled: z.boolean() }).nullable(),
});
export type RoundInFull = z.output<typeof roundSchema>;

export const roundCountsSchema = z.object({
  /** Due by the end of today, not called yet. */
  due: z.number(),
  /** SA-3: a complaint is owed; of everybody's clients for whoever sees every round. */
  owed: z.number(),
  /** CS-9: due, while nobody calls for an absent manager or the manager is none any more; told to whoever sees every round. */
  unattended: z.number(),
  letters: z.number(),
});

export type RoundCounts = z.output<typeof roundCountsSchema>;

const tally = z.object({ satisfied: z.number(), dissatisfied: z.number() });
const trend = z.object({
  rounds: z.number(),
  satisfied: z.number(),
  dissatisfied: z.number(),
  notReached: z.number(),
  refused: z.number(),
  missed: z.number(),
});
export const roundTrendsSchema = z.object({
  /** Of what days, both included (`YYYY-MM-DD`). */
  period: z.object({ from: z.string(), until: z.string() }),
  /** Of which product's clients, or of which client alone; null: of all. */
  product: projectNameSchema.nullable(),
  client: z.object({ id: z.string(), name: z.string() }).nullable(),
  total: trend,
  /** Each fortnight, the oldest first. */
  spans: z.array(trend.extend({ from: z.number(), until: z.number() })),
  subjects: z.array(tally.extend({ subject: z.enum(roundSubjects) })),
  products: z.array(tally.extend({ product: projectNameSchema })),
  departments: z.array(
    z.object({
      departmentId: z.string(),
      name: z.string(),
      nameEn: z.string(),
      complaints: z.number(),
      /** Of each fortnight, in the order of `spans`. */
      complaintsBySpan: z.array(z.number()),
    }),
  ),
  clients: z.array(
    tally.extend({ counterparty: z.object({ id: z.string(), name: z.string() }), last: z.enum(roundStates) }),
  ),
});
export type RoundTrends = z.output<typeof roundTrendsSchema>;
