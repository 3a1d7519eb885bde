import { createHmac } from 'node:crypto';
import type { OutgoingWebhook } from '@/lib/domain/webhooks/webhook-post';

/**
 * The headers by which a receiver knows that a webhook is ours, whole and of now (Standard Webhooks, symmetric signatures):
 * one signature by each secret.
 */
export function signWebhook({ id, sentAt, secrets, body }: Omit<OutgoingWebhook, 'address'>) {
  const timestamp = String(Math.floor(sentAt / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
