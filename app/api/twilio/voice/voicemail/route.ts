import { namesNoCall, ownCallId, twiml, webhook } from '@/app/api/twilio/webhook';
import { defaultCallWords } from '@/lib/domain/settings/call-words';
import { answerVoicemail } from '@/lib/operations/calls/answer-voicemail';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** Words that need nothing of ours, so that the caller hears a tone whatever is broken. */
const askAnyway = (query: URLSearchParams) => {
  const callId = ownCallId(query);
  if (!callId) return namesNoCall();
  const { busyBeforeMessage: why, messageInvitation: invitation } = defaultCallWords;
  return twiml(renderAnswer({ kind: 'message', callId, why, invitation }));
};

/** The caller whom nobody answered was sent here. */
export const POST = webhook(
  async ({ query, context }) => {
    const callId = ownCallId(query);
    return callId ? twiml(renderAnswer(await answerVoicemail(context, { callId }))) : namesNoCall();
  },
  { whenBroken: askAnyway },
);
