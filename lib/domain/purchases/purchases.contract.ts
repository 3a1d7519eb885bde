import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { personNameSchema, projectNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, text } from '@/lib/domain/text-field';
import { purchaseNoteLimit } from './purchase-note-limit';
import { largestSumKopecks } from './sum';

const day = z.iso.date('notADay');

export const purchaseInputSchema = z.object({
  contractNumber: text(cardLimits.contract).default(''),
  /** What was bought. */
  projectId: recordId.nullable().default(null),
  sumKopecks: z.int('notASum').min(1, 'sumIsZero').max(largestSumKopecks, 'tooBig'),
  boughtOn: day,
  /** Null while it is not paid. */
  paidOn: day.nullable().default(null),
  note: text(purchaseNoteLimit).default(''),
});
export type PurchaseInput = z.output<typeof purchaseInputSchema>;

export const purchaseViewSchema = z.object({
  id: z.string(),
  contractNumber: z.string(),
  project: projectNameSchema.nullable(),
  sumKopecks: z.number(),
  boughtOn: z.string(),
  paidOn: z.string().nullable(),
  note: z.string(),
  createdAt: z.number(),
  createdBy: personNameSchema.nullable(),
  version: z.number(),
});
export type PurchaseView = z.output<typeof purchaseViewSchema>;

const ofCard = z.object({ counterpartyId: recordId });
const ofPurchase = z.object({ purchaseId: recordId });
const changed = z.object({ version: z.number() });

export const purchaseContracts = {
  list: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/purchases',
    summary: 'Purchases of a counterparty, newest first',
    params: ofCard,
    query: pageQuery,
    response: pageOf(purchaseViewSchema),
  }),
  record: contract({
    method: 'post',
    path: '/counterparties/{counterpartyId}/purchases',
    summary: 'Record a purchase; the first one makes a prospect a client',
    params: ofCard,
    body: purchaseInputSchema,
    response: z.object({ purchaseId: z.string() }),
  }),
  update: contract({
    method: 'patch',
    path: '/purchases/{purchaseId}',
    summary: 'Change a purchase; refused when it was changed since the given version',
    params: ofPurchase,
    body: purchaseInputSchema.extend({ version: z.number().int('invalid') }),
    response: changed,
  }),
  remove: contract({
    method: 'delete',
    path: '/purchases/{purchaseId}',
    summary: 'Take back a purchase that was recorded by mistake',
    params: ofPurchase,
    response: changed,
  }),
  restore: contract({
    method: 'post',
    path: '/purchases/{purchaseId}/restore',
    summary: 'Bring back a purchase that was taken back',
    params: ofPurchase,
    response: changed,
  }),
};
