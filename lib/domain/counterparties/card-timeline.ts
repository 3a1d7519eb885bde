import { z } from 'zod';
import { attachmentViewSchema } from '@/lib/domain/attachments/attachments.contract';
import { purchaseViewSchema } from '@/lib/domain/purchases/purchases.contract';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import {
  appealNameSchema,
  appealViewSchema,
  reactionViewSchema,
  recordChangeSchema,
} from '@/lib/domain/reactions/reaction-views';
import { cardCallSchema } from './card-page';

/** What a timeline may be narrowed to. */
export const timelineShows = [
  'all',
  'calls',
  'appeals',
  'reactions',
  'complaints',
  'mail',
  'documents',
  'purchases',
  'changes',
] as const;
export type TimelineShow = (typeof timelineShows)[number];

/** In the order in which they stand when they happened in the same millisecond. */
export const timelineKinds = [
  'appealClosed',
  'nextReactionClosed',
  'reaction',
  'appealOpened',
  'call',
  'file',
  'purchase',
  'change',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

const shown: Record<TimelineShow, readonly TimelineKind[]> = {
  all: timelineKinds,
  calls: ['call'],
  appeals: ['appealOpened', 'appealClosed'],
  reactions: ['reaction', 'nextReactionClosed'],
  complaints: ['reaction'],
  mail: ['reaction'],
  documents: ['file'],
  purchases: ['purchase'],
  changes: ['change'],
};

/** What belongs to no appeal. */
const outsideAppeals: readonly TimelineKind[] = ['call', 'file', 'purchase', 'change'];

export const kindsOf = (show: TimelineShow, isOutsideAppeals: boolean): readonly TimelineKind[] =>
  shown[show].filter((kind) => !isOutsideAppeals || outsideAppeals.includes(kind));

/** Undefined for all of them. */
export const reactionTypesOf = (show: TimelineShow): readonly ReactionType[] | undefined => {
  if (show === 'complaints') return ['complaint'];
  return show === 'mail' ? ['letterIn', 'letterOut'] : undefined;
};

/** `id` is the entry's own; the record has one of its own. */
const entry = { id: z.string(), at: z.number() };
const employeeName = z.string().nullable();

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
  z.object({ ...entry, kind: z.literal('change'), change: recordChangeSchema }),
]);
export type TimelineEntry = z.output<typeof timelineEntrySchema>;

/** An appeal with what happened on it, newest first. */
export const appealChainSchema = z.object({
  id: z.string(),
  appeal: appealViewSchema,
  entries: z.array(timelineEntrySchema),
  /** There is more, on the page of the appeal. */
  hasMore: z.boolean(),
});
export type AppealChain = z.output<typeof appealChainSchema>;
