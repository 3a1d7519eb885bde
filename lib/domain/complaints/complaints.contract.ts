import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { complaintLimits, complaintStates, complaintStretches, secondCallOutcomes } from './complaint';
import { complaintRowSchema, complaintSchema } from './complaint-views';

const params = z.object({ complaintId: recordId });
const version = z.int('invalid');
const words = requiredText(complaintLimits.words);
const changed = z.object({ state: z.enum(complaintStates), version: z.number() });

export const complaintContracts = {
  list: contract({
    method: 'get',
    path: '/complaints',
    summary:
      'Complaints (SA-3), the newest first, those that wait for the answer by its deadline: everybody’s for those who see every card, else those of one’s own department',
    query: pageQuery.extend({
      state: z.enum(complaintStretches, 'notAChoice').default('all'),
      scope: z.enum(['mine', 'all'], 'notAChoice').default('all'),
      departmentId: recordId.optional(),
      late: z.stringbool('invalid').optional(),
      /** Made on these days. */
      from: z.iso.date('notADay').optional(),
      until: z.iso.date('notADay').optional(),
      /** Of one client, of one's own clients, of clients who have this product. */
      counterpartyId: recordId.optional(),
      clients: z.enum(['mine', 'all'], 'notAChoice').optional(),
      productId: recordId.optional(),
    }),
    response: pageOf(complaintRowSchema).extend({
      counts: z.object({
        received: z.number(),
        inWork: z.number(),
        answered: z.number(),
      }),
    }),
  }),
  get: contract({
    method: 'get',
    path: '/complaints/{complaintId}',
    summary:
      'A complaint: to whom it went, its cause, the answer to the client and the calls after the solution',
    params,
    response: complaintSchema,
  }),
  take: contract({
    method: 'post',
    path: '/complaints/{complaintId}/take',
    summary: 'Take a complaint into work: one answers for it from now on',
    params,
    body: z.object({ version }),
    response: changed,
  }),
  assign: contract({
    method: 'post',
    path: '/complaints/{complaintId}/assign',
    summary: 'Give a complaint to a person of the department concerned or of management',
    params,
    body: z.object({ version, ownerId: recordId }),
    response: changed,
  }),
  move: contract({
    method: 'post',
    path: '/complaints/{complaintId}/move',
    summary: 'Move a complaint that another department’s work caused: its head answers for it from now on',
    params,
    body: z.object({ version, departmentKind: z.enum(departmentKinds, 'notAChoice'), reason: words }),
    response: changed,
  }),
  postpone: contract({
    method: 'post',
    path: '/complaints/{complaintId}/postpone',
    summary: 'Another time by which the client is answered, with a reason',
    params,
    body: z.object({ version, dueAt: z.int('invalid'), reason: words }),
    response: changed,
  }),
  answer: contract({
    method: 'post',
    path: '/complaints/{complaintId}/answer',
    summary: 'What caused it and what the client was told; the client’s own manager then calls them again',
    params,
    body: z.object({ version, cause: words, answer: words }),
    response: changed,
  }),
  call: contract({
    method: 'post',
    path: '/complaints/{complaintId}/calls',
    summary: 'The second call after the solution: content closes the complaint, still unhappy reopens it',
    params,
    body: z.object({
      version,
      outcome: z.enum(secondCallOutcomes, 'notAChoice'),
      words: text(complaintLimits.words).default(''),
      /** The call of ours it was said in, placed about the complaint. */
      callId: recordId.nullable().default(null),
    }),
    response: changed,
  }),
  close: contract({
    method: 'post',
    path: '/complaints/{complaintId}/close',
    summary: 'Close an answered complaint without a second call, with a reason',
    params,
    body: z.object({ version, reason: words }),
    response: changed,
  }),
  reopen: contract({
    method: 'post',
    path: '/complaints/{complaintId}/reopen',
    summary: 'Reopen a complaint: it goes to the head and to the general director again',
    params,
    body: z.object({ version, reason: words }),
    response: changed,
  }),
};
