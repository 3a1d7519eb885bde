import { heard, webhook } from '@/app/api/twilio/webhook';
import { recordCallEvent } from '@/lib/operations/calls/record-call-event';
import { readCallStatusFact, readUnannounced } from '@/lib/twilio/call-event';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, query, context }) => {
  const arrival = readUnannounced(form, query);
  const unannounced = arrival && { arrival, render: renderAnswer };
  await recordCallEvent(context, readCallStatusFact(form, query, context.now()), unannounced);
  return heard();
});
