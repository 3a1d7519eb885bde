import { z } from 'zod';
import { journalRowSchema } from '@/lib/domain/calls/journal-view';
import { contract } from '@/lib/domain/contract';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { cardSummarySchema } from '@/lib/domain/counterparties/card-views';
import { appealViewSchema } from '@/lib/domain/reactions/reaction-views';
import { requiredText } from '@/lib/domain/text-field';

const numberedSchema = z.object({ id: z.string(), number: z.number(), counterpartyName: z.string() });
export type NumberedFound = z.output<typeof numberedSchema>;

/** The page to go to from a colleague: theirs, their work in the list of all or of one's department, or who is there now. */
const pagesOfPerson = ['employee', 'allWork', 'departmentWork', 'presence'] as const;

const personFoundSchema = z.object({
  id: z.string(),
  name: z.string(),
  departmentName: z.string(),
  departmentNameEn: z.string(),
  phone: z.string().nullable(),
  page: z.enum(pagesOfPerson),
});
export type PersonFound = z.output<typeof personFoundSchema>;

const foundSchema = z.object({
  cards: z.array(cardSummarySchema),
  /** Other cards answer to the query too: it is to be narrowed. */
  hasMoreCards: z.boolean(),
  appeals: z.array(appealViewSchema),
  /** Those of the very number. */
  folders: z.array(numberedSchema),
  complaints: z.array(numberedSchema),
  calls: z.array(journalRowSchema),
  /** Our own people of this name. */
  people: z.array(personFoundSchema),
});
export type FoundByQuery = z.output<typeof foundSchema>;

export const searchContracts = {
  everything: contract({
    method: 'get',
    path: '/search',
    summary:
      'Counterparties, appeals, colleagues, folders, complaints and calls by a name, a topic, a phone or a number; a few of each, the best first',
    query: z.object({ query: requiredText(cardLimits.name) }),
    response: foundSchema,
  }),
};
