import AccessToken from 'twilio/lib/jwt/AccessToken.js';

export type AccessTokenSettings = {
  twilioAccountSid: string;
  twilioApiKeySid: string;
  twilioApiKeySecret: string;
  twilioTwimlAppSid: string;
};

/**
 * A browser's right to be known to Twilio as `identity` and to dial our TwiML App (twilio.com/docs/iam/access-tokens).
 */
export function signAccessToken(settings: AccessTokenSettings, identity: string, ttlSeconds: number): string {
  const { twilioAccountSid, twilioApiKeySid, twilioApiKeySecret, twilioTwimlAppSid } = settings;
  const token = new AccessToken(twilioAccountSid, twilioApiKeySid, twilioApiKeySecret, {
    identity,
    ttl: ttlSeconds,
  });
  token.addGrant(
    new AccessToken.VoiceGrant({ incomingAllow: true, outgoingApplicationSid: twilioTwimlAppSid }),
  );
  return token.toJwt();
}

/** Host and port that stand in for Twilio on this machine, for browsers too. */
export const standInOf = ({ twilioApiBaseUrl }: { twilioApiBaseUrl?: string }) =>
  twilioApiBaseUrl ? new URL(twilioApiBaseUrl).host : null;
