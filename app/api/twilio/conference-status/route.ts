import { heard, webhook } from '@/app/api/twilio/webhook';
import { recordCallEvent } from '@/lib/operations/calls/record-call-event';
import { readConferenceFact } from '@/lib/twilio/call-event';

export const dynamic = 'force-dynamic';

export const POST = webhook(
  async ({ form, query, context }) => {
    await recordCallEvent(context, readConferenceFact(form, query, context.now()));
    return heard();
  },
  { knownBy: 'room' },
);
