// The one file of the SDK that signs; the whole package would cost the process half a second at start.
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

export type Parameters = Record<string, string>;

/** The X-Twilio-Signature of a form-encoded POST, or of a GET when no parameters are given. */
export function signWebhook(authToken: string, url: string, parameters: Parameters): string {
  return getExpectedTwilioSignature(authToken, url, parameters);
}
