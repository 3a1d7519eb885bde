import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { projectNameSchema } from '@/lib/domain/counterparties/card-views';
import { moment } from '@/lib/domain/moment-field';
import { pageOf, pageQuery, timeOrders } from '@/lib/domain/paging';
import { longestJoinedNote, recordLimits } from '@/lib/domain/reactions/record-limits';
import { promiseMinutesSchema } from '@/lib/domain/settings/promise-minutes-schema';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { reactionTypes } from './reaction';
import { departmentNameSchema, reactionViewSchema } from './reaction-views';
import { recordReactionSchema, responsibleChoiceSchema } from './record-input';
import { nextReactionScopes } from './work-choices';

const reactionChoicesSchema = z.object({
  departments: z.array(departmentNameSchema.extend({ hasHead: z.boolean() })),
  employees: z.array(z.object({ id: z.string(), name: z.string(), departmentId: z.string() })),
  projects: z.array(projectNameSchema),
  /** Working minutes until the next reaction of each route comes due. */
  promises: promiseMinutesSchema,
  /** Who alone may be given the next reaction that was asked about; null: anybody. */
  receivers: z.array(responsibleChoiceSchema).nullable(),
});
export type ReactionChoices = z.output<typeof reactionChoicesSchema>;

export const reactionContracts = {
  choices: contract({
    method: 'get',
    path: '/reactions/choices',
    summary:
      'Departments, people and projects a reaction card offers, and who may be given one next reaction',
    query: z.object({ nextReactionId: recordId.optional() }),
    response: reactionChoicesSchema,
  }),
  list: contract({
    method: 'get',
    path: '/reactions',
    summary: 'Acts that happened, newest first; if wanted, of a type, a department, a person, a period',
    query: pageQuery.extend({
      scope: z.enum(nextReactionScopes).default('all'),
      counterpartyId: recordId.optional(),
      appealId: recordId.optional(),
      type: z.enum(reactionTypes, 'notAChoice').optional(),
      departmentId: recordId.optional(),
      employeeId: recordId.optional(),
      from: moment.optional(),
      until: moment.optional(),
      order: z.enum(timeOrders).optional(),
    }),
    response: pageOf(reactionViewSchema),
  }),
  record: contract({
    method: 'post',
    path: '/reactions',
    summary: 'The reaction card as one act: counterparty, appeal, what happened, who acts next',
    body: recordReactionSchema,
    response: z.object({
      counterpartyId: z.string(),
      appealId: z.string(),
      reactionId: z.string(),
      nextReactionIds: z.array(z.string()),
      leadId: z.string().nullable(),
      complaintId: z.string().nullable(),
    }),
  }),
  update: contract({
    method: 'patch',
    path: '/reactions/{reactionId}',
    summary: 'Correct what was written of an act',
    params: z.object({ reactionId: recordId }),
    body: z.object({
      version: z.number().int('invalid'),
      type: z.enum(reactionTypes, 'notAChoice').optional(),
      topic: requiredText(recordLimits.topic).optional(),
      note: text(longestJoinedNote).optional(),
    }),
    response: z.object({ version: z.number() }),
  }),
};
