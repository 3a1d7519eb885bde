import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { emailAddress } from '@/lib/domain/email-address';
import { moment } from '@/lib/domain/moment-field';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { appealNameSchema, counterpartyNameSchema } from '@/lib/domain/reactions/reaction-views';
import { appealChoiceSchema, outcomeFields } from '@/lib/domain/reactions/record-input';
import { recordId, requiredText } from '@/lib/domain/text-field';
import { letterLimits, letterResolutions } from './letter';
import { letterStateSchema } from './letter-state';

const address = z.string().trim().max(letterLimits.address, 'tooLong').pipe(emailAddress);

const letterBody = z.object({
  to: z.array(address).min(1, 'required').max(letterLimits.addresses, 'tooLong'),
  subject: requiredText(letterLimits.subject),
  text: requiredText(letterLimits.text),
  /** Files of the card that go along. */
  attachmentIds: z.array(recordId).max(letterLimits.files, 'letters.errors.tooManyFiles').default([]),
  counterpartyId: recordId,
  appeal: appealChoiceSchema,
  ...outcomeFields,
  /** The next reaction that this letter fulfils. */
  fulfils: recordId.optional(),
  /** Writes addresses that the card does not know into it. */
  keepsAddresses: z.boolean().default(false),
});
export type WriteLetter = z.output<typeof letterBody>;

const letterViewSchema = letterStateSchema.extend({
  subject: z.string(),
  text: z.string(),
  author: personNameSchema,
  counterparty: counterpartyNameSchema,
  appeal: appealNameSchema,
  createdAt: z.number(),
});
export type LetterView = z.output<typeof letterViewSchema>;

export const letterContracts = {
  list: contract({
    method: 'get',
    path: '/letters',
    summary: 'Letters written here, newest first: mine, or everybody’s for those who see every card',
    query: pageQuery.extend({
      scope: z.enum(['mine', 'all']).default('mine'),
      employeeId: recordId.optional(),
      from: moment.optional(),
      until: moment.optional(),
    }),
    response: pageOf(letterViewSchema),
  }),
  write: contract({
    method: 'post',
    path: '/letters',
    summary: 'Writes a letter to a counterparty: it is sent after the act, and is a reaction on the appeal',
    body: letterBody,
    response: z.object({
      letterId: z.string(),
      appealId: z.string(),
      reactionId: z.string(),
      nextReactionIds: z.array(z.string()),
    }),
  }),
  stuck: contract({
    method: 'get',
    path: '/letters/stuck',
    summary: 'How many of my letters failed or were confirmed by nobody, counted to 100',
    response: z.object({ count: z.number() }),
  }),
  resolve: contract({
    method: 'post',
    path: '/letters/{letterId}/resolve',
    summary: 'Sends again a letter that failed or whose sending nobody confirmed, or notes that it was sent',
    params: z.object({ letterId: recordId }),
    body: z.object({ as: z.enum(letterResolutions) }),
    response: z.object({ letterId: z.string() }),
  }),
};
