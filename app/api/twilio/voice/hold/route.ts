import { namesNoCall, ownCallId, turnOf, twiml, webhook } from '@/app/api/twilio/webhook';
import { report } from '@/lib/context';
import { answerWait } from '@/lib/operations/calls/answer-wait';
import { holdTwiml } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** The caller hears the music whatever is broken. */
export const POST = webhook(
  async ({ query, context }) => {
    const callId = ownCallId(query);
    if (!callId) return namesNoCall();
    const { position } = await answerWait(context, { callId, onProblem: report });
    return music(query, position);
  },
  { knownBy: 'ownId', whenBroken: (query) => music(query, null) },
);

const music = (query: URLSearchParams, position: number | null) =>
  twiml(holdTwiml(ownCallId(query) ?? '', turnOf(query), position));
