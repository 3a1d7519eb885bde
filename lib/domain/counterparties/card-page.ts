import { z } from 'zod';
import { attachmentViewSchema } from '@/lib/domain/attachments/attachments.contract';
import { callDirections, callOutcomes } from '@/lib/domain/calls/call';
import { callRoutes } from '@/lib/domain/calls/route';
import { complaintStates } from '@/lib/domain/complaints/complaint';
import { folderStates } from '@/lib/domain/folders/folder-state';
import { purchaseViewSchema } from '@/lib/domain/purchases/purchases.contract';
import { appealViewSchema, nextReactionViewSchema } from '@/lib/domain/reactions/reaction-views';
import { roundStates } from '@/lib/domain/rounds/round';
import { cardFieldViewSchema } from './card-fields.contract';
import { cardContactSchema, cardSummarySchema, personNameSchema, projectNameSchema } from './card-views';

/** A call with the counterparty. */
export const cardCallSchema = z.object({
  id: z.string(),
  arrivedAt: z.number(),
  answeredAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  direction: z.enum(callDirections),
  outcome: z.enum(callOutcomes).nullable(),
  route: z.enum(callRoutes).nullable(),
  employeeName: z.string().nullable(),
  mayReview: z.boolean(),
});
export type CardCall = z.output<typeof cardCallSchema>;

/** Fields that a card does not show while nothing was ever told of them. */
export const shownWhenFilled = ['kpp', 'priceType', 'note', 'emails', 'contacts', 'products'] as const;
export type ShownWhenFilled = (typeof shownWhenFilled)[number];

/** What a card shows beside its timeline: what is known, what is planned, what is open. */
export const cardPageSchema = z.object({
  card: cardSummarySchema.extend({
    inn: z.string(),
    kpp: z.string(),
    priceType: z.string(),
    note: z.string(),
    emails: z.array(z.string()),
    contacts: z.array(cardContactSchema),
    products: z.array(projectNameSchema),
    /** Those in use, and the others that are filled in. */
    ownFields: z.array(cardFieldViewSchema.extend({ value: z.string() })),
    /** Fields that are shown when filled, are empty now, and were not always. */
    emptiedFields: z.array(z.enum(shownWhenFilled)),
    timeZone: z.string().nullable(),
    assignedTo: personNameSchema.nullable(),
    createdAt: z.number(),
    createdBy: personNameSchema.nullable(),
    version: z.number(),
  }),
  appeals: z.array(appealViewSchema),
  nextReactions: z.array(nextReactionViewSchema),
  /** The cursors of what goes on: `GET /appeals`, `/counterparties/{counterpartyId}/next-reactions`, `…/purchases` and `…/attachments`; null at the end. */
  more: z.object({
    appeals: z.string().nullable(),
    nextReactions: z.string().nullable(),
    purchases: z.string().nullable(),
    attachments: z.string().nullable(),
  }),
  purchases: z.array(purchaseViewSchema),
  attachments: z.array(attachmentViewSchema),
  /** Folders handed over of it, the latest first. */
  folders: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      state: z.enum(folderStates),
      handedOverAt: z.number(),
    }),
  ),
  /** Paid purchases that may go into a folder; none for those who hand nobody over. */
  purchasesToHandOver: z.array(purchaseViewSchema),
  /** SA-1: the client's last rounds, for those who see rounds; SA-3: the complaints one may open. */
  rounds: z.array(z.object({ id: z.string(), dueOn: z.string(), state: z.enum(roundStates) })),
  complaints: z.array(
    z.object({ id: z.string(), number: z.number(), state: z.enum(complaintStates), createdAt: z.number() }),
  ),
  /** Other cards with one of its phones (IN-7) or e-mail addresses, or its INN. */
  duplicates: z.array(cardSummarySchema),
  /** What was merged into it and can be taken apart again, the latest first. */
  merges: z.array(
    z.object({ id: z.string(), name: z.string(), mergedAt: z.number(), employeeName: z.string().nullable() }),
  ),
  may: z.object({
    edit: z.boolean(),
    editStatus: z.boolean(),
    /** Say whose client it is. */
    assign: z.boolean(),
    recordPurchases: z.boolean(),
    handOverFolder: z.boolean(),
  }),
  now: z.number(),
});
export type CardPage = z.output<typeof cardPageSchema>;
