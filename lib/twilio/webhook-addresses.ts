import type { WebhookAddresses } from '@/lib/domain/connection/phone-account';
import { retryStatus, retryTwiml } from './twiml';

/** What the number and the TwiML App are set to at Twilio, all with POST. */
export function webhookAddresses(publicUrl: string): WebhookAddresses {
  const at = `${publicUrl}/api/twilio`;
  return {
    voice: `${at}/voice/inbound${retryTwiml}`,
    fallback: `${at}/voice/fallback`,
    statusCallback: `${at}/call-status${retryStatus}`,
    appVoice: `${at}/voice/agent${retryTwiml}`,
  };
}
