/** A message to an address of another program. */
export type OutgoingWebhook = {
  /** Stays the same when it is sent again, so that the receiver takes it once. */
  id: string;
  address: string;
  /** Each signs; more than one while an old secret is still valid. */
  secrets: readonly string[];
  /** Epoch ms; signed, so that a message that was recorded on the way cannot be sent later. */
  sentAt: number;
  body: string;
};

/** `status` and `response` (its beginning) are of an address that answered. */
export type WebhookAnswer = {
  result: 'delivered' | 'retry' | 'gone';
  status: number | null;
  response: string;
  problem: string | null;
};

/** Sends webhooks. It answers, and does not throw. */
export interface WebhookPost {
  send(webhook: OutgoingWebhook): Promise<WebhookAnswer>;
}
