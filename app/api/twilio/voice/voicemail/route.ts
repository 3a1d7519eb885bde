import { namesNoCall, ownCallId, twiml, webhook } from '@/app/api/twilio/webhook';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** The caller whom nobody answered was sent here: the same words and the same tone each time it is asked. */
export const POST = webhook(async ({ query }) => {
  const callId = ownCallId(query);
  if (!callId) return namesNoCall();
  return twiml(renderAnswer({ kind: 'message', callId, because: 'nobodyAnswered' }));
});
