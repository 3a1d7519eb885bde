import { z } from 'zod';
import { attachmentViewSchema } from '@/lib/domain/attachments/attachments.contract';
import { callRoutes } from '@/lib/domain/calls/route';
import {
  cardPhoneSchema,
  cardSummarySchema,
  personNameSchema,
  projectNameSchema,
} from '@/lib/domain/counterparties/card-views';
import { counterpartyStatuses } from '@/lib/domain/counterparties/counterparty';
import { escalationTargets } from '@/lib/domain/deadlines/escalation-target';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { letterStateSchema } from '@/lib/domain/letters/letter-state';
import { nextReactionEvents, nextReactionKinds, nextReactionOutcomes, reactionTypes } from './reaction';

export const departmentNameSchema = z.object({
  id: z.string(),
  kind: z.enum(departmentKinds),
  name: z.string(),
  nameEn: z.string(),
});
export type DepartmentName = z.output<typeof departmentNameSchema>;

export const appealNameSchema = z.object({ id: z.string(), number: z.number(), topic: z.string() });
export const counterpartyNameSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(counterpartyStatuses),
});
export type CounterpartyName = z.output<typeof counterpartyNameSchema>;

/** Who must act next, by when, and what this person may do about it. */
export const nextReactionViewSchema = z.object({
  id: z.string(),
  kind: z.enum(nextReactionKinds),
  topic: z.string(),
  appeal: appealNameSchema.nullable(),
  project: projectNameSchema.nullable(),
  counterparty: counterpartyNameSchema.nullable(),
  callId: z.string().nullable(),
  callerE164: z.string().nullable(),
  /** The number as people write it; what the line told of a missed caller who has none. */
  callerText: z.string().nullable(),
  /** The cards of a missed caller's number that this person may see (IN-7). */
  cardsOfNumber: z.array(counterpartyNameSchema),
  /** The numbers of its card that can be dialled, the card's own first; only for who may act on it. */
  phones: z.array(cardPhoneSchema),
  /** The folder in which alone it ends, by what is done there (ON-5). */
  folder: z.object({ id: z.string(), number: z.number() }).nullable(),
  reactionId: z.string().nullable(),
  department: departmentNameSchema,
  employee: personNameSchema.nullable(),
  startedAt: z.number(),
  dueAt: z.number(),
  /** The responsible department is closed now, so its clock stands still (IN-11). */
  isPaused: z.boolean(),
  /** Overdue, it was shown to somebody in its department's escalation chain; the last of them. */
  shownTo: z
    .object({
      listener: z.enum(escalationTargets),
      employee: personNameSchema.nullable(),
      at: z.number(),
    })
    .nullable(),
  postponedCount: z.number(),
  createdAt: z.number(),
  createdBy: personNameSchema.nullable(),
  endedAt: z.number().nullable(),
  endedBy: personNameSchema.nullable(),
  outcome: z.enum(nextReactionOutcomes).nullable(),
  endReason: z.string().nullable(),
  lead: z.object({ id: z.string(), acceptedAt: z.number().nullable() }).nullable(),
  may: z.object({
    /** Do what it asks for: call or write about it, and fulfil it, or end it in its folder. */
    act: z.boolean(),
    /** Record the reaction that fulfils it; nobody does what ends in a folder alone. */
    fulfil: z.boolean(),
    postpone: z.boolean(),
    handOver: z.boolean(),
    close: z.boolean(),
  }),
  version: z.number(),
});
export type NextReactionView = z.output<typeof nextReactionViewSchema>;

export const nextReactionChangeViewSchema = z.object({
  at: z.number(),
  employeeName: z.string().nullable(),
  what: z.enum(nextReactionEvents),
  from: z.object({ responsible: z.string().nullable(), dueAt: z.number().nullable() }),
  to: z.object({ responsible: z.string().nullable(), dueAt: z.number().nullable() }),
  reason: z.string().nullable(),
});
export type NextReactionChangeView = z.output<typeof nextReactionChangeViewSchema>;

/** An act that happened. */
export const reactionViewSchema = z.object({
  id: z.string(),
  type: z.enum(reactionTypes),
  topic: z.string(),
  note: z.string(),
  route: z.enum(callRoutes).nullable(),
  callId: z.string().nullable(),
  /** Whether the person may review the call it came from. */
  mayReviewCall: z.boolean(),
  appeal: appealNameSchema,
  counterparty: counterpartyNameSchema,
  department: departmentNameSchema,
  employee: personNameSchema,
  /** Of a letter written here: how its sending stands. */
  letter: letterStateSchema.nullable(),
  happenedAt: z.number(),
  createdAt: z.number(),
  version: z.number(),
});
export type ReactionView = z.output<typeof reactionViewSchema>;

export const appealViewSchema = z.object({
  id: z.string(),
  number: z.number(),
  topic: z.string(),
  type: z.string(),
  note: z.string(),
  project: projectNameSchema.nullable(),
  counterparty: counterpartyNameSchema,
  createdAt: z.number(),
  createdBy: personNameSchema.nullable(),
  closedAt: z.number().nullable(),
  closedBy: personNameSchema.nullable(),
  closeReason: z.string().nullable(),
  /** The soonest of its open next reactions. */
  next: z
    .object({
      startedAt: z.number(),
      dueAt: z.number(),
      department: departmentNameSchema,
      employee: personNameSchema.nullable(),
    })
    .nullable(),
  version: z.number(),
});
export type AppealView = z.output<typeof appealViewSchema>;

export const recordChangeSchema = z.object({
  at: z.number(),
  employeeName: z.string().nullable(),
  fields: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
  reason: z.string().nullable(),
});
/** Who changed which fields of a record, and from what. */
export type RecordChange = z.output<typeof recordChangeSchema>;

export const appealPageSchema = z.object({
  appeal: appealViewSchema,
  card: cardSummarySchema,
  reactions: z.array(reactionViewSchema),
  /** The cursor of the reactions before these, for `GET /reactions`; null when these are all. */
  moreReactions: z.string().nullable(),
  nextReactions: z.array(nextReactionViewSchema.extend({ changes: z.array(nextReactionChangeViewSchema) })),
  attachments: z.array(attachmentViewSchema),
  /** The cursor of the files before these, for `GET /counterparties/{counterpartyId}/attachments`; null at the end. */
  moreAttachments: z.string().nullable(),
  changes: z.array(recordChangeSchema),
  may: z.object({ edit: z.boolean() }),
  now: z.number(),
});
export type AppealPage = z.output<typeof appealPageSchema>;
