import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { settingVersion } from '@/lib/domain/settings/setting-version';
import { instant, recordId, requiredText } from '@/lib/domain/text-field';
import { deliveryStates, webhookLimits, webhookOffReasons } from './webhook';
import { chosenEventKinds, webhookEventKinds } from './webhook-event';
import { webhookSettingsSchema } from './webhook-settings';

const address = requiredText(webhookLimits.address);
const kinds = z.array(z.enum(chosenEventKinds)).min(1, 'required').max(chosenEventKinds.length, 'tooLong');
const params = z.object({ webhookId: recordId });
const secret = z.string().nullable();

const webhookViewSchema = z.object({
  id: z.string(),
  address: z.string(),
  kinds: z.array(z.enum(chosenEventKinds)),
  createdAt: z.number(),
  createdBy: z.string().nullable(),
  disabledAt: z.number().nullable(),
  offReason: z.enum(webhookOffReasons).nullable(),
  /** Since when nothing has been taken. */
  failingSince: z.number().nullable(),
  /** Until when the secret before this one signs as well. */
  earlierSecretUntil: z.number().nullable(),
});
export type WebhookView = z.output<typeof webhookViewSchema>;

const deliveryViewSchema = z.object({
  id: z.int(),
  eventId: z.string(),
  kind: z.enum(webhookEventKinds),
  eventAt: z.number(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  /** Of one that waits. */
  nextAttemptAt: z.number().nullable(),
  lastAttemptAt: z.number().nullable(),
  /** What the address answered last: the HTTP status and the beginning of the text. */
  status: z.number().nullable(),
  response: z.string(),
  problem: z.string().nullable(),
  body: z.string(),
});
export type DeliveryView = z.output<typeof deliveryViewSchema>;

const period = { from: instant, until: instant };
const periodQuery = { from: z.coerce.number().pipe(instant), until: z.coerce.number().pipe(instant) };

export const webhookContracts = {
  list: contract({
    method: 'get',
    path: '/webhooks',
    summary: 'The addresses that are told what happens',
    response: z.object({ rows: z.array(webhookViewSchema) }),
  }),
  create: contract({
    method: 'post',
    path: '/webhooks',
    summary: 'Tells another program what happens; the secret that signs is told this once',
    body: z.object({ address, kinds }),
    response: z.object({ id: z.string(), secret }),
  }),
  get: contract({
    method: 'get',
    path: '/webhooks/{webhookId}',
    summary: 'One of them',
    params,
    response: z.object({ webhook: webhookViewSchema }),
  }),
  update: contract({
    method: 'patch',
    path: '/webhooks/{webhookId}',
    summary: 'Changes the address or what it is told of, or switches it on or off',
    params,
    body: z.object({
      address: address.optional(),
      kinds: kinds.optional(),
      isEnabled: z.boolean().optional(),
    }),
    response: z.object({ id: z.string() }),
  }),
  remove: contract({
    method: 'delete',
    path: '/webhooks/{webhookId}',
    summary: 'Tells it nothing any more',
    params,
    response: z.object({ id: z.string() }),
  }),
  renewSecret: contract({
    method: 'post',
    path: '/webhooks/{webhookId}/renew-secret',
    summary: 'Makes a new secret, told this once; the old one signs as well for a day',
    params,
    response: z.object({ secret, earlierSecretUntil: z.number() }),
  }),
  test: contract({
    method: 'post',
    path: '/webhooks/{webhookId}/test',
    summary: 'Sends a test event there',
    params,
    response: z.object({ eventId: z.string() }),
  }),
  deliveries: contract({
    method: 'get',
    path: '/webhooks/{webhookId}/deliveries',
    summary: 'What was and is to be sent there, newest first',
    params,
    query: pageQuery.extend({ state: z.enum(deliveryStates).optional() }),
    response: pageOf(deliveryViewSchema),
  }),
  resend: contract({
    method: 'post',
    path: '/webhooks/{webhookId}/deliveries/{deliveryId}/resend',
    summary: 'Sends one of them again',
    params: params.extend({ deliveryId: z.coerce.number().int().min(0).max(2_147_483_647) }),
    response: z.object({ id: z.int() }),
  }),
  countReplay: contract({
    method: 'get',
    path: '/webhooks/{webhookId}/replay',
    summary: 'How many events of a period it would be sent again',
    params,
    query: z.object(periodQuery),
    response: z.object({ count: z.number(), most: z.number() }),
  }),
  replay: contract({
    method: 'post',
    path: '/webhooks/{webhookId}/replay',
    summary: 'Sends it all events of a period again that are of the kinds it is told of',
    params,
    body: z.object(period),
    response: z.object({ count: z.number() }),
  }),
  getSettings: contract({
    method: 'get',
    path: '/settings/webhooks',
    summary: 'For how many days events and what was sent are kept',
    response: z.object({ settings: webhookSettingsSchema, version: settingVersion }),
  }),
  updateSettings: contract({
    method: 'put',
    path: '/settings/webhooks',
    summary: 'Changes it',
    body: webhookSettingsSchema.required().extend({ version: settingVersion }),
    response: z.object({ settings: webhookSettingsSchema, version: settingVersion }),
  }),
};
