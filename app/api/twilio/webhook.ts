import { report, systemContext, twilioSettings } from '@/lib/context';
import type { Context } from '@/lib/operations/context';
import { type Form, type KnownBy, readTwilioWebhook } from '@/lib/twilio/read-webhook';
import { twimlHeaders } from '@/lib/twilio/twiml';

export type SignedRequest = { form: Form; query: URLSearchParams; context: Context };

/**
 * The one way in for the phone provider: size, signature and account are checked before anything else is done. What the
 * database cannot take answers 503, so that Twilio tries again and then asks the fallback address.
 */
export function webhook(
  act: (request: SignedRequest) => Promise<Response>,
  {
    knownBy = 'call',
    whenBroken = tryAgain,
  }: { knownBy?: KnownBy; whenBroken?: (query: URLSearchParams) => Response } = {},
): (request: Request) => Promise<Response> {
  return async (request) => {
    const reading = await readTwilioWebhook(request, twilioSettings(), knownBy);
    if (!reading.ok) return new Response(reading.problem, { status: reading.status });
    const { form, query } = reading;
    try {
      return await act({ form, query, context: await systemContext() });
    } catch (error) {
      report(`webhook ${new URL(request.url).pathname}`, error);
      return whenBroken(query);
    }
  };
}

const tryAgain = () => new Response('try again', { status: 503, headers: { 'retry-after': '1' } });

export const twiml = (text: string) => new Response(text, { headers: twimlHeaders });

export const namesNoCall = () => new Response('the address names no call', { status: 400 });

export const heard = () => new Response(null, { status: 204 });

/** Our own id out of the signed address. */
export function ownCallId(query: URLSearchParams): string | null {
  const id = query.get('c') ?? '';
  return /^[0-9A-Za-z]{1,40}$/.test(id) ? id : null;
}

/** How often this caller has heard the music so far. */
export function turnOf(query: URLSearchParams): number {
  const turn = Number(query.get('turn') ?? 0);
  return Number.isSafeInteger(turn) && turn > 0 ? turn : 0;
}
