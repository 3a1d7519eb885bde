import { z } from 'zod';
import { callDirections, callOutcomes } from '@/lib/domain/calls/call';
import { reactionTypes } from '@/lib/domain/reactions/reaction';
import { counterpartyStatuses } from './counterparty';

export const cardPhoneSchema = z.object({
  raw: z.string(),
  e164: z.string().nullable(),
  extension: z.string().nullable(),
});

/** A phone to call a client on: the client's own, or a contact person's, by name. */
export const phoneToCallSchema = cardPhoneSchema.extend({ contactName: z.string().nullable() });
export type PhoneToCall = z.output<typeof phoneToCallSchema>;

/** A person to talk to at a counterparty. */
export const cardContactSchema = z.object({
  name: z.string(),
  role: z.string(),
  phone: cardPhoneSchema.nullable(),
  email: z.string(),
  /** `YYYY-MM-DD`, `--MM-DD` without the year, or empty. */
  birthday: z.string(),
});
export type CardContact = z.output<typeof cardContactSchema>;

/** A card in a list: enough to tell one from another and to choose it («…»). */
export const cardSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(counterpartyStatuses),
  category: z.string(),
  city: z.string(),
  contactPerson: z.string(),
  phones: z.array(cardPhoneSchema),
  contracts: z.array(z.string()),
});
export type CardSummary = z.output<typeof cardSummarySchema>;

/** A card in the list of all, which may be sorted by its last change. */
export const listedCardSchema = cardSummarySchema.extend({ updatedAt: z.number() });
export type ListedCard = z.output<typeof listedCardSchema>;

export const personNameSchema = z.object({ id: z.string(), name: z.string() });
export const projectNameSchema = z.object({ id: z.string(), name: z.string() });

const openAppealSchema = z.object({
  id: z.string(),
  number: z.number(),
  topic: z.string(),
  project: projectNameSchema.nullable(),
  createdAt: z.number(),
});

/** Something that happened with a counterparty, for a glance: a call or a reaction. */
const cardEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    id: z.string(),
    at: z.number(),
    direction: z.enum(callDirections),
    outcome: z.enum(callOutcomes).nullable(),
    employeeName: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('reaction'),
    id: z.string(),
    at: z.number(),
    type: z.enum(reactionTypes),
    topic: z.string(),
    appealId: z.string(),
    employeeName: z.string().nullable(),
  }),
]);
export type CardEvent = z.output<typeof cardEventSchema>;

/** IN-7: one card of the caller's number, with what is open and what happened last. */
export const callerCandidateSchema = z.object({
  card: cardSummarySchema,
  /** Where it is what time at the client's; null when the city is not one of ours. */
  timeZone: z.string().nullable(),
  /** Who leads the client. */
  assignedTo: personNameSchema.nullable(),
  openAppeals: z.array(openAppealSchema),
  lastEvents: z.array(cardEventSchema),
});
export type CallerCandidate = z.output<typeof callerCandidateSchema>;
