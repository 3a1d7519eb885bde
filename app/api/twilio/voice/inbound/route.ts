import { twiml, webhook } from '@/app/api/twilio/webhook';
import { receiveInboundCall } from '@/lib/operations/calls/receive-inbound-call';
import { readArrival } from '@/lib/twilio/call-event';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, context }) =>
  twiml(await receiveInboundCall(context, { arrival: readArrival(form), render: renderAnswer })),
);
