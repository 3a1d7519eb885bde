import { sendNotices } from '@/lib/operations/complaints/send-notices';
import { sendLetters } from '@/lib/operations/letters/send-letters';
import { deliverWebhooks } from '@/lib/operations/webhooks/deliver-webhooks';
import type { Round, RunningParts } from './round';

type Parts = RunningParts & {
  /** The webhooks that are being sent, by their addresses. */
  busyWebhooks: Map<string, Promise<void>>;
};

/** Letters to counterparties, notices to our own people, and webhooks are sent. */
export function roundsOfPost({
  newContext,
  post,
  webhooks,
  attachments,
  busyWebhooks,
  signal,
  report,
}: Parts): Round[] {
  const letters: Round | null = post
    ? {
        what: 'letters',
        everyMs: 2000,
        act: async (context) => {
          await sendLetters(context, { post, attachments, signal });
          await sendNotices(context, { post, signal });
        },
      }
    : null;
  const deliveries: Round | null = webhooks
    ? {
        what: 'webhooks',
        everyMs: 1000,
        act: () => deliverWebhooks({ newContext, post: webhooks, busy: busyWebhooks, signal, report }),
      }
    : null;
  return [letters, deliveries].filter((round) => round !== null);
}
