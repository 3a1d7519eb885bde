import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { nextReactionViewSchema } from '@/lib/domain/reactions/reaction-views';
import { recordId, requiredText, text } from '@/lib/domain/text-field';
import { cardEditSchema, newCardSchema } from './card-edit';
import { cardLimits } from './card-limits';
import { cardCallSchema, cardPageSchema } from './card-page';
import { appealChainSchema, cardChangeSchema, timelineEntrySchema } from './card-timeline';
import { callerCandidateSchema, cardSummarySchema, listedCardSchema } from './card-views';
import { counterpartyStatuses } from './counterparty';
import { timelineShows } from './timeline-shows';

/** The directory from its beginning or from its end; the latest or the earliest change first. */
export const cardOrders = ['name', 'nameBackwards', 'latestChange', 'earliestChange'] as const;
export type CardOrder = (typeof cardOrders)[number];

const params = z.object({ counterpartyId: recordId });

/** By what lists of cards are narrowed; `employeeId`: whose client it is; `projectId`: of a product it has. */
const narrowed = {
  status: z.enum(counterpartyStatuses).optional(),
  city: text(cardLimits.city).optional(),
  category: text(cardLimits.category).optional(),
  employeeId: recordId.optional(),
  projectId: recordId.optional(),
};

export const counterpartyContracts = {
  list: contract({
    method: 'get',
    path: '/counterparties',
    summary:
      'Cards by name or by their last change, page by page; if wanted, of a status, a city, a category, a client manager, a product',
    query: pageQuery.extend({
      ...narrowed,
      order: z.enum(cardOrders).optional(),
    }),
    response: pageOf(listedCardSchema),
  }),
  create: contract({
    method: 'post',
    path: '/counterparties',
    summary: 'Make a card',
    body: newCardSchema,
    response: z.object({ counterpartyId: z.string() }),
  }),
  search: contract({
    method: 'get',
    path: '/counterparties/search',
    summary: 'Cards by contract number, phone, INN, e-mail or the beginnings of names; at most 20',
    query: z.object({ query: requiredText(cardLimits.name), ...narrowed }),
    response: z.object({
      cards: z.array(
        cardSummarySchema.extend({ foundBy: z.enum(['contract', 'phone', 'inn', 'email', 'name']) }),
      ),
      /** Others answer to the query too: it is to be narrowed. */
      hasMore: z.boolean(),
    }),
  }),
  caller: contract({
    method: 'get',
    path: '/counterparties/caller',
    summary: 'Every card of a phone number, with open appeals and last events',
    query: z.object({ phone: requiredText(cardLimits.phone) }),
    response: z.object({ candidates: z.array(callerCandidateSchema) }),
  }),
  get: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}',
    summary: 'One card with its appeals and what is planned',
    params,
    response: cardPageSchema,
  }),
  calls: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/calls',
    summary: 'Calls with a counterparty, newest first',
    params,
    query: pageQuery,
    response: pageOf(cardCallSchema),
  }),
  planned: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/next-reactions',
    summary: 'What is still to be done for a counterparty, soonest first',
    params,
    query: pageQuery,
    response: pageOf(nextReactionViewSchema),
  }),
  timeline: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/timeline',
    summary: 'What happened with a counterparty and its card, newest first',
    params,
    query: pageQuery.extend({
      show: z.enum(timelineShows).default('all'),
      /** `none`: only what belongs to no appeal. */
      appeals: z.enum(['all', 'none']).default('all'),
    }),
    response: pageOf(timelineEntrySchema),
  }),
  chains: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/timeline/appeals',
    summary: 'Appeals of a counterparty, newest first, each with what happened on it',
    params,
    query: pageQuery.extend({ show: z.enum(timelineShows).default('all') }),
    response: pageOf(appealChainSchema),
  }),
  changes: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/changes',
    summary: 'Who changed a card, or one field of it, and what was there before; newest first',
    params,
    query: pageQuery.extend({ field: requiredText(60).optional() }),
    response: pageOf(cardChangeSchema),
  }),
  update: contract({
    method: 'patch',
    path: '/counterparties/{counterpartyId}',
    summary: 'Change a card; refused when it was changed since the given version',
    params,
    body: cardEditSchema.extend({ version: z.number().int('invalid') }),
    response: z.object({ version: z.number() }),
  }),
};
