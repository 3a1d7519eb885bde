import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { moment } from '@/lib/domain/moment-field';
import { pageOf, pageQuery, timeOrders } from '@/lib/domain/paging';
import { appealPageSchema, appealViewSchema } from '@/lib/domain/reactions/reaction-views';
import { nextReactionInputsSchema } from '@/lib/domain/reactions/record-input';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { recordId, requiredText, text } from '@/lib/domain/text-field';

const params = z.object({ appealId: recordId });
const version = z.number().int('invalid');
const reason = requiredText(1000);

export const appealStates = ['open', 'closed', 'all'] as const;

export const appealContracts = {
  list: contract({
    method: 'get',
    path: '/appeals',
    summary: 'Appeals, newest first; if wanted, on a project, written by a person, of a period',
    query: pageQuery.extend({
      state: z.enum(appealStates).default('open'),
      counterpartyId: recordId.optional(),
      number: z.coerce.number().int('invalid').min(1, 'invalid').max(2_147_483_647, 'invalid').optional(),
      projectId: recordId.optional(),
      employeeId: recordId.optional(),
      from: moment.optional(),
      until: moment.optional(),
      order: z.enum(timeOrders).optional(),
    }),
    response: pageOf(appealViewSchema),
  }),
  get: contract({
    method: 'get',
    path: '/appeals/{appealId}',
    summary: 'One appeal with its reactions, next reactions and history',
    params,
    response: appealPageSchema,
  }),
  update: contract({
    method: 'patch',
    path: '/appeals/{appealId}',
    summary: 'Change topic, type, project or note',
    params,
    body: z.object({
      version,
      topic: requiredText(recordLimits.topic).optional(),
      type: requiredText(recordLimits.type).optional(),
      projectId: recordId.nullable().optional(),
      note: text(recordLimits.note).optional(),
    }),
    response: z.object({ version: z.number() }),
  }),
  close: contract({
    method: 'post',
    path: '/appeals/{appealId}/close',
    summary: 'Close it with a reason, ending its open next reactions',
    params,
    body: z.object({ version, reason }),
    response: z.object({ version: z.number() }),
  }),
  reopen: contract({
    method: 'post',
    path: '/appeals/{appealId}/reopen',
    summary: 'Open it again with at least one next reaction',
    params,
    body: z.object({
      version,
      reason,
      nextReactions: nextReactionInputsSchema.min(1, 'reactions.errors.nextReactionNeeded'),
    }),
    response: z.object({ version: z.number() }),
  }),
};
