import { namesNoCall, ownCallId, twiml, webhook } from '@/app/api/twilio/webhook';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

const askForMessage = (query: URLSearchParams) => {
  const callId = ownCallId(query);
  return callId ? twiml(renderAnswer({ kind: 'message', callId, because: 'nobodyAnswered' })) : namesNoCall();
};

/** The caller whom nobody answered was sent here: the same words and the same tone each time, whatever is broken. */
export const POST = webhook(async ({ query }) => askForMessage(query), { whenBroken: askForMessage });
