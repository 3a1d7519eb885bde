import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { emailAddress } from '@/lib/domain/email-address';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { letterLimits } from '@/lib/domain/letters/letter';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { attemptOutcomes, roundStates, roundSubjects, verdicts } from './round';
import { roundCountsSchema, roundRowSchema, roundSchema, roundTrendsSchema } from './round-views';

const params = z.object({ roundId: recordId });
const version = z.int('invalid');
const state = z.object({ state: z.enum(roundStates) });
const words = text(recordLimits.note).default('');
const answer = z.strictObject({ verdict: z.enum(verdicts, 'notAChoice'), words });
const complaint = {
  text: requiredText(recordLimits.note),
  causedBy: z.enum(departmentKinds, 'notAChoice'),
};

const address = z.string().trim().max(letterLimits.address, 'tooLong').pipe(emailAddress);
const letterFile = z.string('required').pipe(recordId);

export const roundShows = ['due', 'planned', 'ended', 'letters'] as const;

export const roundContracts = {
  list: contract({
    method: 'get',
    path: '/rounds',
    summary:
      'Satisfaction rounds (SA-1): those due by the end of today, all that are planned, those that came out, or letters that are waited for',
    query: pageQuery.extend({
      show: z.enum(roundShows, 'notAChoice').default('due'),
      scope: z.enum(['mine', 'all'], 'notAChoice').default('mine'),
      managerId: recordId.optional(),
      state: z.enum(roundStates, 'notAChoice').optional(),
      /** Those that came out of this client alone. */
      counterpartyId: recordId.optional(),
      /** Those that came out of clients who have this product, or who said so of a subject; half a year unless days are given. */
      productId: recordId.optional(),
      subject: z.enum(roundSubjects, 'notAChoice').optional(),
      verdict: z.enum(verdicts, 'notAChoice').optional(),
      /** Days on which those that came out did so. */
      from: z.iso.date('notADay').optional(),
      until: z.iso.date('notADay').optional(),
    }),
    response: pageOf(roundRowSchema).extend({ counts: roundCountsSchema }),
  }),
  next: contract({
    method: 'get',
    path: '/rounds/next',
    summary: 'The client to call next: it is day there, and this hour was not tried yet; null when nobody is',
    response: z.object({ round: roundRowSchema.nullable(), nextAt: z.number().nullable() }),
  }),
  trends: contract({
    method: 'get',
    path: '/rounds/trends',
    summary: 'How satisfied clients were, by fortnight, subject, product, department and client',
    query: z.object({
      from: z.iso.date('notADay').optional(),
      until: z.iso.date('notADay').optional(),
      /** Only of clients who have this product. */
      productId: recordId.optional(),
      /** Only of this client. */
      counterpartyId: recordId.optional(),
    }),
    response: roundTrendsSchema,
  }),
  get: contract({
    method: 'get',
    path: '/rounds/{roundId}',
    summary: 'A satisfaction round with its attempts and answers',
    params,
    response: roundSchema,
  }),
  note: contract({
    method: 'post',
    path: '/rounds/{roundId}/attempts',
    summary: 'A call outside the console that came to nothing',
    params,
    body: z.object({
      outcome: z.enum(attemptOutcomes, 'notAChoice'),
      /** When the client asked to be called back, `YYYY-MM-DDTHH:MM` by the client's own clock; empty when not told. */
      callBackAt: text(16).default(''),
    }),
    response: state,
  }),
  answer: contract({
    method: 'post',
    path: '/rounds/{roundId}/answers',
    summary:
      'What a client who was asked outside the console said; dissatisfied, the complaint with it or at once after it (SA-3)',
    params,
    body: z.object({
      software: answer,
      support: answer,
      company: answer,
      letterPromised: z.boolean().default(false),
      complaint: z.strictObject(complaint).nullable().default(null),
    }),
    response: state,
  }),
  refuse: contract({
    method: 'post',
    path: '/rounds/{roundId}/refusal',
    summary: 'The client would not be asked',
    params,
    body: z.object({ reason: requiredText(recordLimits.note) }),
    response: state,
  }),
  complain: contract({
    method: 'post',
    path: '/rounds/{roundId}/complaint',
    summary: 'Write the complaint a round owes (SA-3)',
    params,
    body: z.object(complaint),
    response: z.object({ complaintId: z.string() }),
  }),
  requestLetter: contract({
    method: 'post',
    path: '/rounds/{roundId}/letter-request',
    summary: 'Ask a satisfied client for a letter of recommendation by e-mail (SA-2), by the template',
    params,
    body: z.object({ to: address }),
    response: z.object({ letterId: z.string(), version: z.number() }),
  }),
  makeLetterRequest: contract({
    method: 'post',
    path: '/rounds/{roundId}/letter-request-document',
    summary:
      'Make the request of a letter of recommendation as a document (SA-2), by the template, with the next number of its kind',
    params,
    response: z.object({ documentId: z.string(), number: z.number(), version: z.number() }),
  }),
  receiveLetter: contract({
    method: 'post',
    path: '/rounds/{roundId}/letter',
    summary: 'A letter of recommendation has come (SA-2), with the file it is kept as',
    params,
    body: z.object({
      version,
      attachmentId: letterFile,
      /** The day it arrived; left out, today. */
      arrivedOn: z.iso.date('notADay').optional(),
    }),
    response: z.object({ receivedAt: z.number() }),
  }),
  takeLetterBack: contract({
    method: 'delete',
    path: '/rounds/{roundId}/letter',
    summary: 'A letter was noted by mistake: it is waited for again',
    params,
    response: z.object({ version: z.number() }),
  }),
};
