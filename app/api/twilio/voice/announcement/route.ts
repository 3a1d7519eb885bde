import { namesNoCall, ownCallId, twiml, webhook } from '@/app/api/twilio/webhook';
import { answerAnnouncement } from '@/lib/operations/calls/answer-announcement';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** Whom we called is told that they are recorded. */
export const POST = webhook(
  async ({ query, context }) => {
    const callId = ownCallId(query);
    if (!callId) return namesNoCall();
    return twiml(await answerAnnouncement(context, { callId, render: renderAnswer }));
  },
  { knownBy: 'ownId' },
);
