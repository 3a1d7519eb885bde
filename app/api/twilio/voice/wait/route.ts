import { ownCallId, turnOf, twiml, webhook } from '@/app/api/twilio/webhook';
import { answerWait } from '@/lib/operations/calls/answer-wait';
import { waitTwiml } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

export const POST = webhook(
  async ({ query, context }) => {
    const callId = ownCallId(query);
    if (!callId) return new Response('the address names no call', { status: 400 });
    const { callersAhead } = await answerWait(context, { callId });
    return twiml(waitTwiml(callId, turnOf(query), callersAhead));
  },
  { knownBy: 'ownId' },
);
