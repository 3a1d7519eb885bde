import { ownCallId, twiml, webhook } from '@/app/api/twilio/webhook';
import { callerLeft } from '@/lib/operations/calls/caller-left';
import { plainText } from '@/lib/twilio/plain-text';
import { readSid } from '@/lib/twilio/read-sid';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, query, context }) => {
  const callSid = readSid(form.CallSid);
  const dedupeKey = [callSid, 'caller-left', plainText(form.DialCallStatus ?? '', 32)].join(':');
  return twiml(
    await callerLeft(context, { dedupeKey, callId: ownCallId(query), callSid, render: renderAnswer }),
  );
});
