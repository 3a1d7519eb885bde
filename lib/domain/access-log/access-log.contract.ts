import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId } from '@/lib/domain/text-field';
import { seenFilters, seenKinds, seenVia } from './seen';

const accessViewSchema = z.object({
  id: z.string(),
  /** When it was first seen within five minutes, epoch ms. */
  at: z.number(),
  employee: personNameSchema,
  via: z.enum(seenVia),
  kind: z.enum(seenKinds),
  /** The thing, or that which the list is of; null for a list of everything. */
  subjectId: z.string().nullable(),
  /** The number of an appeal; null for anything else. */
  appealNumber: z.number().nullable(),
  /** The card; its name is null for a reader who may not see it. */
  counterparty: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** The rows of the page; null for one thing. */
  rowCount: z.number().nullable(),
  filters: z.array(z.enum(seenFilters)),
  /** The page does not begin its list. */
  isLaterPage: z.boolean(),
});
export type AccessView = z.infer<typeof accessViewSchema>;

export const accessLogContracts = {
  list: contract({
    method: 'get',
    path: '/access-log',
    summary: 'Who opened what, newest first (CS-10)',
    query: pageQuery.extend({ employeeId: recordId.optional(), counterpartyId: recordId.optional() }),
    response: pageOf(accessViewSchema),
  }),
};
