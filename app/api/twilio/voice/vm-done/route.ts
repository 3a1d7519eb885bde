import { twiml, webhook } from '@/app/api/twilio/webhook';
import { recordCallEvent } from '@/lib/operations/calls/record-call-event';
import { readMessageEnd } from '@/lib/twilio/call-event';
import { messageTakenTwiml } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, query, context }) => {
  await recordCallEvent(context, readMessageEnd(form, query, context.now()));
  return twiml(messageTakenTwiml());
});
