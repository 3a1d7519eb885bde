import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { dayMs } from '@/lib/domain/duration';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { playableRecordingSchema } from '@/lib/domain/recordings/recording-view';
import { instant, recordId, requiredText, text } from '@/lib/domain/text-field';
import { nextReactionKinds } from './reaction';
import { nextReactionChangeViewSchema, nextReactionViewSchema, reactionViewSchema } from './reaction-views';
import {
  appealChoiceSchema,
  cardChoiceSchema,
  outcomeFields,
  reactionInputSchema,
  responsibleChoiceSchema,
} from './record-input';
import { slipCauses, slipKinds } from './slip';
import { boardColumnings, nextReactionGroups, nextReactionScopes, workOrders } from './work-choices';

const params = z.object({ nextReactionId: recordId });
const reason = requiredText(1000);
const version = z.number().int('invalid');

const fulfilBody = z.object({
  reaction: reactionInputSchema,
  ...outcomeFields,
  counterparty: cardChoiceSchema.optional(),
  appeal: appealChoiceSchema.optional(),
});
export type FulfilNextReaction = z.output<typeof fulfilBody> & z.output<typeof params>;

/** Whose work, and of what it is. */
const workFilterSchema = z.object({
  scope: z.enum(nextReactionScopes).default('mine'),
  departmentId: recordId.optional(),
  /** A person, or `nobody` for what nobody has taken. */
  employeeId: recordId.optional(),
  projectId: recordId.optional(),
  kind: z.enum(nextReactionKinds).optional(),
  /** The counterparty: name, phone or contract number. */
  text: text(200).optional(),
});
export type WorkFilter = z.output<typeof workFilterSchema>;

/** `fellAt`: when it came to whom it lies with now. */
const urgentNextReactionSchema = nextReactionViewSchema.extend({ fellAt: z.number() });
export type UrgentNextReaction = z.output<typeof urgentNextReactionSchema>;

const boardColumnSchema = pageOf(nextReactionViewSchema).extend({
  /** Of a board by due state. */
  group: z.enum(nextReactionGroups).nullable(),
  /** Of a board by person; with neither, what nobody has taken. */
  employee: personNameSchema.nullable(),
  /** Counted to 100. */
  count: z.number(),
});
export type BoardColumn = z.output<typeof boardColumnSchema>;

const rowsToChange = z
  .array(z.object({ id: recordId, version }))
  .min(1, 'required')
  .max(100, 'tooLong')
  .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, 'invalid');

const manyBody = z.object({
  rows: rowsToChange,
  reason,
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('postpone'), dueAt: instant }),
    z.object({ kind: z.literal('handOver'), responsible: responsibleChoiceSchema }),
    z.object({ kind: z.literal('close') }),
  ]),
});
export type ChangeMany = z.output<typeof manyBody>;

/** What became of each of many: done in its new version, or refused and why. */
const manyResultSchema = z.object({
  done: z.array(z.object({ id: z.string(), version: z.number() })),
  refused: z.array(
    z.object({
      id: z.string(),
      topic: z.string(),
      counterparty: z.string().nullable(),
      code: z.enum(['notFound', 'forbidden', 'conflict', 'notPossibleNow']),
      reason: z.string().nullable(),
    }),
  ),
});
export type ChangedMany = z.output<typeof manyResultSchema>;

/** The longest stretch of a calendar: the six weeks that a month touches. */
const longestCalendarMs = 43 * dayMs;

/** A next reaction that slipped, as it was told to somebody. */
const slipViewSchema = z.object({
  id: z.string(),
  kind: z.enum(slipKinds),
  cause: z.enum(slipCauses),
  /** The due time that was not kept. */
  slippedFrom: z.number(),
  at: z.number(),
  nextReaction: nextReactionViewSchema,
});
export type SlipView = z.output<typeof slipViewSchema>;

const urgentNextReactionsSchema = z.object({
  count: z.number(),
  rows: z.array(urgentNextReactionSchema),
  /** What is due within the time that the person wants to be reminded before, or was due within a day; not among `rows`. */
  reminders: z.array(nextReactionViewSchema),
  /** What slipped within a day and was told to the person, with how many are open, each counted to 100. */
  slips: z.array(slipViewSchema),
  slipCounts: z.record(z.enum(slipKinds), z.number()),
  now: z.number(),
});
export type UrgentNextReactions = z.output<typeof urgentNextReactionsSchema>;

export const nextReactionContracts = {
  list: contract({
    method: 'get',
    path: '/next-reactions',
    summary:
      'Open next reactions, complaints and then the soonest first: whose turn it is mine, of the department, or all',
    query: pageQuery.extend({
      ...workFilterSchema.shape,
      group: z.enum(nextReactionGroups).optional(),
      order: z.enum(workOrders).optional(),
    }),
    response: pageOf(nextReactionViewSchema).extend({
      /** Counted to 100. */
      counts: z.record(z.enum(nextReactionGroups), z.number()),
      /** How many are overdue or due within the hour, counted to 100. */
      waiting: z.object({ mine: z.number(), department: z.number() }),
      now: z.number(),
    }),
  }),
  board: contract({
    method: 'get',
    path: '/next-reactions/board',
    summary:
      'The work list in columns, by due state or by person; each column goes on in the list by its group or person',
    query: z.object({ ...workFilterSchema.shape, by: z.enum(boardColumnings).default('due') }),
    response: z.object({ columns: z.array(boardColumnSchema), now: z.number() }),
  }),
  calendar: contract({
    method: 'get',
    path: '/next-reactions/calendar',
    summary: 'What is due from one instant until another, six weeks at most, the soonest 300',
    query: z
      .object({
        ...workFilterSchema.shape,
        from: z.coerce.number().pipe(instant),
        until: z.coerce.number().pipe(instant),
      })
      .refine(({ from, until }) => from < until && until - from <= longestCalendarMs, {
        path: ['until'],
        message: 'invalid',
      }),
    response: z.object({ rows: z.array(nextReactionViewSchema), isCut: z.boolean(), now: z.number() }),
  }),
  slipped: contract({
    method: 'get',
    path: '/next-reactions/slipped',
    summary:
      'What slipped and is told to me until it is settled: promises to my clients (CO-3), or what others let come overdue; newest first',
    query: pageQuery.extend({ kind: z.enum(slipKinds) }),
    response: pageOf(slipViewSchema).extend({ now: z.number() }),
  }),
  urgent: contract({
    method: 'get',
    path: '/next-reactions/urgent',
    summary:
      'Next reactions with a clock of minutes whose turn it is mine, and how many wait for me within the hour',
    response: urgentNextReactionsSchema,
  }),
  get: contract({
    method: 'get',
    path: '/next-reactions/{nextReactionId}',
    summary: 'One next reaction with its history and the last reactions of its appeal',
    params,
    response: z.object({
      nextReaction: nextReactionViewSchema,
      changes: z.array(nextReactionChangeViewSchema),
      lastReactions: z.array(reactionViewSchema),
      mayReviewCall: z.boolean(),
      /** What a missed caller left, and the conversation of its call for whoever may listen. */
      recordings: z.array(playableRecordingSchema),
      appealNote: z.string(),
      now: z.number(),
    }),
  }),
  changeMany: contract({
    method: 'post',
    path: '/next-reactions/bulk',
    summary: 'For heads: postpones, hands over or closes up to 100 with one reason; each is judged by itself',
    body: manyBody,
    response: manyResultSchema,
  }),
  undo: contract({
    method: 'post',
    path: '/next-reactions/undo',
    summary:
      'Takes back what I postponed, handed over or closed within a quarter of an hour, unless somebody went on from there',
    body: z.object({ rows: rowsToChange }),
    response: manyResultSchema,
  }),
  fulfil: contract({
    method: 'post',
    path: '/next-reactions/{nextReactionId}/fulfil',
    summary: 'Record the reaction that fulfils it, and who acts next or that the appeal is closed',
    params,
    body: fulfilBody,
    response: z.object({
      counterpartyId: z.string(),
      appealId: z.string(),
      reactionId: z.string(),
      nextReactionIds: z.array(z.string()),
      leadId: z.string().nullable(),
      complaintId: z.string().nullable(),
    }),
  }),
  postpone: contract({
    method: 'post',
    path: '/next-reactions/{nextReactionId}/postpone',
    summary: 'Move its due time, with a reason',
    params,
    body: z.object({ version, dueAt: instant, reason }),
    response: z.object({ version: z.number() }),
  }),
  handOver: contract({
    method: 'post',
    path: '/next-reactions/{nextReactionId}/hand-over',
    summary: 'Give it to another person or department, with a reason',
    params,
    body: z.object({ version, responsible: responsibleChoiceSchema, dueAt: instant.optional(), reason }),
    response: z.object({ version: z.number() }),
  }),
  close: contract({
    method: 'post',
    path: '/next-reactions/{nextReactionId}/close',
    summary: 'End it without a reaction, with a reason; the appeal is closed when nothing else is open',
    params,
    body: z.object({ version, reason, outcome: z.enum(['closed', 'calledBack']).default('closed') }),
    response: z.object({ isAppealClosed: z.boolean() }),
  }),
};
