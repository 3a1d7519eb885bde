import { z } from 'zod';
import { attachmentViewSchema } from '@/lib/domain/attachments/attachments.contract';
import { purchaseViewSchema } from '@/lib/domain/purchases/purchases.contract';
import {
  appealNameSchema,
  appealViewSchema,
  departmentNameSchema,
  reactionViewSchema,
  recordChangeSchema,
} from '@/lib/domain/reactions/reaction-views';
import { roundStates } from '@/lib/domain/rounds/round';
import { cardCallSchema } from './card-page';
import { personNameSchema } from './card-views';

/** `id` is the entry's own; the record has one of its own. */
const entry = { id: z.string(), at: z.number() };
const numbered = z.object({ id: z.string(), number: z.number() });
const employeeName = z.string().nullable();

/** A change of a card's fields; `mergedCard`: of the card of that name, which became this one later. */
export const cardChangeSchema = recordChangeSchema.extend({
  id: z.string(),
  mergedCard: z.string().nullable(),
});
export type CardChange = z.output<typeof cardChangeSchema>;

export const timelineEntrySchema = z.discriminatedUnion('kind', [
  z.object({ ...entry, kind: z.literal('call'), call: cardCallSchema }),
  z.object({ ...entry, kind: z.literal('reaction'), reaction: reactionViewSchema }),
  z.object({ ...entry, kind: z.literal('appealOpened'), appeal: appealNameSchema, employeeName }),
  z.object({
    ...entry,
    kind: z.literal('appealClosed'),
    appeal: appealNameSchema,
    employeeName,
    reason: z.string().nullable(),
  }),
  z.object({
    ...entry,
    kind: z.literal('nextReactionClosed'),
    topic: z.string(),
    appeal: appealNameSchema.nullable(),
    employeeName,
    reason: z.string().nullable(),
  }),
  z.object({ ...entry, kind: z.literal('file'), file: attachmentViewSchema }),
  z.object({ ...entry, kind: z.literal('purchase'), purchase: purchaseViewSchema }),
  z.object({
    ...entry,
    kind: z.literal('complaintClosed'),
    complaint: numbered,
    employeeName,
    reason: z.string().nullable(),
  }),
  z.object({
    ...entry,
    kind: z.literal('round'),
    round: z.object({ id: z.string(), state: z.enum(roundStates) }),
    employeeName,
  }),
  z.object({ ...entry, kind: z.literal('folder'), folder: numbered, employeeName }),
  z.object({
    ...entry,
    kind: z.literal('document'),
    document: z.object({ title: z.string(), folder: numbered.nullable() }),
    employeeName,
  }),
  z.object({ ...entry, kind: z.literal('change'), change: cardChangeSchema }),
]);
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

/** An appeal with what happened on it, newest first. */
export const appealChainSchema = z.object({
  id: z.string(),
  appeal: appealViewSchema,
  /** Its open next reactions, the soonest first, and how many more there are. */
  openNext: z.array(
    z.object({
      id: z.string(),
      dueAt: z.number(),
      department: departmentNameSchema,
      employee: personNameSchema.nullable(),
    }),
  ),
  moreNext: z.number(),
  entries: z.array(timelineEntrySchema),
  /** There is more, on the page of the appeal. */
  hasMore: z.boolean(),
});
export type AppealChain = z.output<typeof appealChainSchema>;
