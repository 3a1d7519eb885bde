import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, text } from '@/lib/domain/text-field';
import { cardLimits } from './card-limits';
import { cardPageSchema } from './card-page';
import { cardSummarySchema } from './card-views';
import { likenesses } from './likeness';
import { mergeFields } from './merge';

const likenessSchema = z.array(z.enum(likenesses));
const version = z.int('invalid');
const judged = z.object({ pairId: z.string() });
const ofPair = z.object({ pairId: recordId });

const similarCardSchema = cardSummarySchema.extend({ likeness: likenessSchema });
export type SimilarCard = z.output<typeof similarCardSchema>;

const pairViewSchema = z.object({
  id: z.string(),
  likeness: likenessSchema,
  foundAt: z.number(),
  cards: z.tuple([cardSummarySchema, cardSummarySchema]),
});
export type PairView = z.output<typeof pairViewSchema>;

const comparedCardSchema = cardPageSchema.shape.card.extend({
  /** How much hangs on it; nothing is counted beyond a hundred. */
  counts: z.object({
    appeals: z.number(),
    calls: z.number(),
    purchases: z.number(),
    attachments: z.number(),
  }),
});
export type ComparedCard = z.output<typeof comparedCardSchema>;

export const duplicateContracts = {
  similar: contract({
    method: 'get',
    path: '/counterparties/similar',
    summary: 'Cards that may be the counterparty that is being typed; at most 5',
    query: z.object({
      name: text(cardLimits.name).default(''),
      phone: text(cardLimits.phone).default(''),
      city: text(cardLimits.city).default(''),
      inn: text(cardLimits.inn).default(''),
      email: text(cardLimits.email).default(''),
    }),
    response: z.object({ cards: z.array(similarCardSchema) }),
  }),
  list: contract({
    method: 'get',
    path: '/counterparties/duplicates',
    summary: 'Pairs of cards that may be one counterparty, the latest found first',
    query: pageQuery,
    response: pageOf(pairViewSchema),
  }),
  dismiss: contract({
    method: 'post',
    path: '/counterparties/duplicates/{pairId}/dismiss',
    summary: 'The two are not the same; they are not suspected again',
    params: ofPair,
    response: judged,
  }),
  suspect: contract({
    method: 'post',
    path: '/counterparties/duplicates/{pairId}/suspect',
    summary: 'The two may be the same after all',
    params: ofPair,
    response: judged,
  }),
  compare: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/comparison',
    summary: 'Two cards beside each other',
    params: z.object({ counterpartyId: recordId }),
    query: z.object({ otherId: recordId }),
    response: z.object({
      own: comparedCardSchema,
      other: comparedCardSchema,
      mayMerge: z.boolean(),
      /** Whether the person chooses whose client the one card is. */
      mayAssign: z.boolean(),
    }),
  }),
  merge: contract({
    method: 'post',
    path: '/counterparties/{counterpartyId}/merge',
    summary: 'Merge another card into this one: everything of it moves here; can be undone',
    params: z.object({ counterpartyId: recordId }),
    body: z.object({
      otherId: recordId,
      version,
      otherVersion: version,
      /** Whose value stays; of a field that is not named, this card's, unless it has none. */
      take: z.partialRecord(z.enum(mergeFields), z.enum(['own', 'other'], 'notAChoice')).default({}),
    }),
    response: z.object({ mergeId: z.string() }),
  }),
  undo: contract({
    method: 'post',
    path: '/counterparties/merges/{mergeId}/undo',
    summary: 'Take a merge back; refused when the card was changed since',
    params: z.object({ mergeId: recordId }),
    response: z.object({ counterpartyId: z.string() }),
  }),
};
