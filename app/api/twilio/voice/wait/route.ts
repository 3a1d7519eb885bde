import { namesNoCall, ownCallId, turnOf, twiml, webhook } from '@/app/api/twilio/webhook';
import { report } from '@/lib/context';
import { answerWait } from '@/lib/operations/calls/answer-wait';
import { waitTwiml } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** The caller hears the music whatever is broken. */
export const POST = webhook(
  async ({ query, context }) => {
    const callId = ownCallId(query);
    const waiting = callId && (await answerWait(context, { callId, onProblem: report }));
    return waiting ? music(query, waiting.position) : namesNoCall();
  },
  { knownBy: 'ownId', whenBroken: (query) => music(query, null) },
);

const music = (query: URLSearchParams, position: number | null) =>
  twiml(waitTwiml(ownCallId(query) ?? '', turnOf(query), position));
