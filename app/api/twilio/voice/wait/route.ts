import { namesNoCall, ownCallId, reportDeadline, turnOf, twiml, webhook } from '@/app/api/twilio/webhook';
import { answerWait } from '@/lib/operations/calls/answer-wait';
import { waitTwiml } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** The caller hears the music whatever is broken. */
export const POST = webhook(
  async ({ query, context }) => {
    const callId = ownCallId(query);
    const waiting = callId && (await answerWait(context, { callId, onProblem: reportDeadline }));
    return waiting ? music(query, waiting.position) : namesNoCall();
  },
  { knownBy: 'ownId', whenBroken: (query) => music(query, null) },
);

const music = (query: URLSearchParams, position: number | null) =>
  twiml(waitTwiml(ownCallId(query) ?? '', turnOf(query), position));
