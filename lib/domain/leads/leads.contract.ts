import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { cardPhoneSchema, personNameSchema, projectNameSchema } from '@/lib/domain/counterparties/card-views';
import { appealNameSchema, counterpartyNameSchema } from '@/lib/domain/reactions/reaction-views';
import { recordId, requiredText } from '@/lib/domain/text-field';

const params = z.object({ leadId: recordId });

/** One lead as the inbox shows it. Times are the server's epoch ms. */
const leadViewSchema = z.object({
  id: z.string(),
  state: z.enum(['offered', 'escalated', 'accepted', 'ended']),
  nextReactionId: z.string(),
  nextReactionVersion: z.number(),
  callId: z.string().nullable(),
  topic: z.string(),
  counterparty: counterpartyNameSchema,
  city: z.string(),
  contactPerson: z.string(),
  phone: cardPhoneSchema.nullable(),
  appeal: appealNameSchema,
  project: projectNameSchema.nullable(),
  from: personNameSchema.nullable(),
  createdAt: z.number(),
  startedAt: z.number(),
  dueAt: z.number(),
  /** Outside the department's hours its minute stands still. */
  isPaused: z.boolean(),
  escalatedAt: z.number().nullable(),
  escalationReason: z.enum(['minuteGone', 'declinedByAll']).nullable(),
  acceptedAt: z.number().nullable(),
  acceptedBy: personNameSchema.nullable(),
  endedAt: z.number().nullable(),
  endReason: z.string().nullable(),
  offers: z.array(
    z.object({
      employee: personNameSchema,
      declinedAt: z.number().nullable(),
      declineReason: z.string().nullable(),
    }),
  ),
  isOfferedToMe: z.boolean(),
  isDeclinedByMe: z.boolean(),
  may: z.object({ accept: z.boolean(), decline: z.boolean(), finish: z.boolean() }),
});
export type LeadView = z.output<typeof leadViewSchema>;

const leadInboxSchema = z.object({
  /** Waiting to be accepted, the most urgent first: offered, then escalated ones. */
  waiting: z.array(leadViewSchema),
  /** Accepted and without a result yet. */
  accepted: z.array(leadViewSchema),
  /** Some have no room here; GET /next-reactions has them all, page by page. */
  hasMore: z.object({ waiting: z.boolean(), accepted: z.boolean() }),
  today: z.object({ acceptedCount: z.number(), averageAcceptMs: z.number().nullable() }),
  now: z.number(),
});
export type LeadInbox = z.output<typeof leadInboxSchema>;

export const leadContracts = {
  inbox: contract({
    method: 'get',
    path: '/leads',
    summary: 'The lead inbox of the sales department, with the clock of the server',
    response: leadInboxSchema,
  }),
  get: contract({
    method: 'get',
    path: '/leads/{leadId}',
    summary: 'One lead',
    params,
    response: leadViewSchema.extend({ now: z.number() }),
  }),
  accept: contract({
    method: 'post',
    path: '/leads/{leadId}/accept',
    summary: 'Take the lead; refused with the name of who was first',
    params,
    response: z.object({ leadId: z.string(), counterpartyId: z.string().nullable() }),
  }),
  decline: contract({
    method: 'post',
    path: '/leads/{leadId}/decline',
    summary: 'Decline it with a reason; declined by everyone it goes to the head of sales',
    params,
    body: z.object({ reason: requiredText(500) }),
    response: z.object({ isEscalated: z.boolean() }),
  }),
};
