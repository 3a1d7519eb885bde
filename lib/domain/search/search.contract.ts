import { z } from 'zod';
import { journalRowSchema } from '@/lib/domain/calls/journal-view';
import { contract } from '@/lib/domain/contract';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { cardSummarySchema } from '@/lib/domain/counterparties/card-views';
import { appealViewSchema } from '@/lib/domain/reactions/reaction-views';
import { requiredText } from '@/lib/domain/text-field';

const numberedSchema = z.object({ id: z.string(), number: z.number(), counterpartyName: z.string() });
export type NumberedFound = z.output<typeof numberedSchema>;

const foundSchema = z.object({
  cards: z.array(cardSummarySchema),
  /** Other cards answer to the query too: it is to be narrowed. */
  hasMoreCards: z.boolean(),
  appeals: z.array(appealViewSchema),
  /** Those of the very number. */
  folders: z.array(numberedSchema),
  complaints: z.array(numberedSchema),
  calls: z.array(journalRowSchema),
});
export type FoundByQuery = z.output<typeof foundSchema>;

export const searchContracts = {
  everything: contract({
    method: 'get',
    path: '/search',
    summary:
      'Counterparties, appeals, folders, complaints and calls by a name, a phone or a number; a few of each, the best first',
    query: z.object({ query: requiredText(cardLimits.name) }),
    response: foundSchema,
  }),
};
