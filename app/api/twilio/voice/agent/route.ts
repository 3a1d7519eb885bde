import { twiml, webhook } from '@/app/api/twilio/webhook';
import { joinByBrowser } from '@/lib/operations/calls/join-by-browser';
import { readBrowserJoin } from '@/lib/twilio/call-event';
import { renderAnswer } from '@/lib/twilio/twiml';

export const dynamic = 'force-dynamic';

/** The TwiML App's voice URL: a browser has dialled. When it cannot be let in, its claim lapses and the call is offered anew. */
export const POST = webhook(
  async ({ form, context }) =>
    twiml(await joinByBrowser(context, { ...readBrowserJoin(form), render: renderAnswer })),
  { whenBroken: () => twiml(renderAnswer({ kind: 'hangUp' })) },
);
