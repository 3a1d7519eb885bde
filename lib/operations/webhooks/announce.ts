import type { WebhookEvent } from '@/lib/domain/webhooks/webhook-event';
import type { Tx } from '@/lib/operations/context';

/** Tells other programs of what happened, when the transaction commits. */
export function announce(tx: Tx, event: WebhookEvent): void {
  tx.events.push(event);
}
