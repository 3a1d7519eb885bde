import { ownCallId, twiml, webhook } from '@/app/api/twilio/webhook';
import { callerLeft } from '@/lib/operations/calls/caller-left';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, query, context }) => {
  const callSid = form.CallSid ?? '';
  const dedupeKey = [callSid, 'caller-left', form.DialCallStatus ?? ''].join(':');
  return twiml(
    await callerLeft(context, { dedupeKey, callId: ownCallId(query), callSid, render: renderAnswer }),
  );
});
