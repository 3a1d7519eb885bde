import { z } from 'zod';
import { callDirections, callOutcomes } from '@/lib/domain/calls/call';
import { callRoutes } from '@/lib/domain/calls/route';
import { nextReactionKinds, nextReactionOutcomes, reactionTypes } from '@/lib/domain/reactions/reaction';

const id = z.string();
const noId = z.string().nullable();
const at = z.int().describe('Epoch milliseconds');
const noTime = at.nullable();
const href = z.string().describe('Where the rest is read, with an API token of somebody who may read it');

const call = z.object({
  callId: id,
  direction: z.enum(callDirections),
  departmentId: id,
  /** Who has the call, or had it last. */
  employeeId: noId,
  counterpartyId: noId,
  arrivedAt: at,
  answeredAt: noTime,
  endedAt: noTime,
  endedBy: z.enum(['caller', 'employee', 'system']).nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  href,
});

const appeal = z.object({
  appealId: id,
  number: z.int(),
  counterpartyId: id,
  createdAt: at,
  closedAt: noTime,
  closedBy: noId,
  href,
});

const reaction = z.object({
  reactionId: id,
  type: z.enum(reactionTypes),
  appealId: id,
  counterpartyId: id,
  callId: noId,
  route: z.enum(callRoutes).nullable(),
  departmentId: id,
  employeeId: id,
  happenedAt: at,
  href,
});

const nextReaction = z.object({
  nextReactionId: id,
  kind: z.enum(nextReactionKinds),
  appealId: noId,
  reactionId: noId,
  callId: noId,
  counterpartyId: noId,
  responsibleDepartmentId: id,
  responsibleEmployeeId: noId,
  dueAt: at,
  endedAt: noTime,
  outcome: z.enum(nextReactionOutcomes).nullable(),
  fulfilledByReactionId: noId,
  href,
});

/** What other programs can be told of: ids, times and numbers, no names, phones or words of anybody. */
const webhookEventData = {
  'call.started': call,
  'call.answered': call,
  'call.ended': call,
  'call.missed': call,
  'appeal.opened': appeal,
  'appeal.closed': appeal,
  'appeal.reopened': appeal,
  'reaction.recorded': reaction,
  'nextReaction.created': nextReaction,
  'nextReaction.changed': nextReaction,
  'nextReaction.overdue': nextReaction,
  'nextReaction.ended': nextReaction,
  'nextReaction.reopened': nextReaction,
  'webhook.test': z.object({ webhookId: id }),
} as const;

export type WebhookEventKind = keyof typeof webhookEventData;

/** Sent when an administrator asks for it, to that address alone. */
export const testEventKind = 'webhook.test' satisfies WebhookEventKind;

export const webhookEventKinds = Object.keys(webhookEventData) as WebhookEventKind[];

/** Those that are chosen. */
export const chosenEventKinds = webhookEventKinds.filter(
  (kind): kind is Exclude<WebhookEventKind, typeof testEventKind> => kind !== testEventKind,
);
export type ChosenEventKind = (typeof chosenEventKinds)[number];

/** An event as an operation tells it. */
export type WebhookEvent = {
  [Kind in WebhookEventKind]: { kind: Kind; data: z.output<(typeof webhookEventData)[Kind]> };
}[WebhookEventKind];

/** What is sent, as the Standard Webhooks specification recommends it. */
export const webhookBodyOf = (kind: WebhookEventKind) =>
  z.object({
    type: z.literal(kind),
    timestamp: z.string().describe('When it happened, ISO 8601'),
    data: webhookEventData[kind],
  });
