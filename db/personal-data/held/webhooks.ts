import type { HeldData } from './held';

export const heldInWebhooks = {
  webhooks: {
    id: 'key',
    address: 'plain',
    kinds: 'plain',
    secret: 'plain',
    earlierSecret: 'plain',
    earlierSecretUntil: 'plain',
    createdAt: 'plain',
    createdBy: 'staff',
    disabledAt: 'plain',
    offReason: 'plain',
    failingSince: 'plain',
  },
  webhookEvents: {
    number: 'plain',
    id: 'key',
    kind: 'plain',
    at: 'plain',
    body: 'plain',
  },
  webhookDeliveries: {
    id: 'key',
    webhookId: 'key',
    eventId: 'key',
    kind: 'plain',
    eventAt: 'plain',
    state: 'plain',
    attempts: 'plain',
    nextAttemptAt: 'plain',
    startedAt: 'plain',
    status: 'plain',
    response: 'words',
    problem: 'words',
    isWatched: 'plain',
  },
} satisfies Partial<HeldData>;
