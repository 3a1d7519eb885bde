import { twiml, webhook } from '@/app/api/twilio/webhook';
import { answerFallback } from '@/lib/operations/calls/answer-fallback';
import { readArrival } from '@/lib/twilio/call-event';
import { plainText } from '@/lib/twilio/plain-text';
import { lineTroubleTwiml, renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** The last answer before the caller would hear Twilio's own apology: it comes whatever is broken. */
export const POST = webhook(
  async ({ form, context }) => {
    const problem = {
      code: plainText(form.ErrorCode ?? '', 16),
      url: plainText(form.ErrorUrl ?? '', 300),
    };
    const arrival = readArrival(form);
    return twiml(await answerFallback(context, { arrival, problem, render: renderAnswer }));
  },
  { whenBroken: () => twiml(lineTroubleTwiml()) },
);
