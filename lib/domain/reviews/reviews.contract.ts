import { z } from 'zod';
import { callRoutes } from '@/lib/domain/calls/route';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { nextReactionOutcomes } from '@/lib/domain/reactions/reaction';
import { departmentNameSchema, reactionViewSchema } from '@/lib/domain/reactions/reaction-views';
import { recordId, text } from '@/lib/domain/text-field';

const params = z.object({ reactionId: recordId });

/** A promise made in a call, and whether it was kept. Times are epoch ms. */
const promiseViewSchema = z.object({
  id: z.string(),
  department: departmentNameSchema,
  employee: personNameSchema.nullable(),
  dueAt: z.number(),
  /** When it was done; a lead is met by its acceptance. */
  doneAt: z.number().nullable(),
  outcome: z.enum(nextReactionOutcomes).nullable(),
  /** How long after the due time it was done, or is still open; 0 when in time. */
  lateMs: z.number(),
});

const reviewViewSchema = z.object({
  reviewedAt: z.number(),
  reviewedBy: personNameSchema.nullable(),
  remark: z.string().nullable(),
  remarkTo: personNameSchema.nullable(),
  acknowledgedAt: z.number().nullable(),
  answer: z.string().nullable(),
});

export const reviewedReactionSchema = z.object({
  reaction: reactionViewSchema,
  promises: z.array(promiseViewSchema),
  review: reviewViewSchema.nullable(),
  may: z.object({ review: z.boolean(), acknowledge: z.boolean() }),
});
export type ReviewedReaction = z.output<typeof reviewedReactionSchema>;

export const reviewStates = ['unreviewed', 'reviewed', 'all'] as const;

export const reviewContracts = {
  list: contract({
    method: 'get',
    path: '/reviews',
    summary: 'Every reaction that came from a call, with what it promised and how that was kept',
    query: pageQuery.extend({
      state: z.enum(reviewStates).default('unreviewed'),
      route: z.enum(callRoutes).optional(),
      departmentId: recordId.optional(),
      employeeId: recordId.optional(),
      late: z.stringbool().optional(),
      toConfirm: z.stringbool().optional(),
    }),
    response: pageOf(reviewedReactionSchema).extend({ now: z.number() }),
  }),
  remarks: contract({
    method: 'get',
    path: '/reviews/remarks',
    summary: 'Remarks to the signed-in person that wait to be acknowledged',
    query: pageQuery,
    response: pageOf(reviewedReactionSchema).extend({ count: z.number(), now: z.number() }),
  }),
  mark: contract({
    method: 'post',
    path: '/reviews/{reactionId}',
    summary: 'Mark a reaction reviewed; a remark returns to the employee who made it',
    params,
    body: z.object({ remark: text(4000).optional() }),
    response: z.object({ reviewedAt: z.number() }),
  }),
  acknowledge: contract({
    method: 'post',
    path: '/reviews/{reactionId}/acknowledge',
    summary: 'Acknowledge a remark to oneself, or answer it',
    params,
    body: z.object({ answer: text(4000).optional() }),
    response: z.object({ acknowledgedAt: z.number() }),
  }),
};
