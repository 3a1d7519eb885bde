import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings/settings.ts';

/** Who a browser is, by its token. */
export type Bearer = {
  identity: string;
  /** Epoch milliseconds. */
  expiresAt: number;
  mayReceive: boolean;
  /** The TwiML application it may call; null: none. */
  applicationSid: string | null;
};

/** A refused token, with Twilio's code: 20101 invalid, 20104 expired, 20151 not signed by this account's key. */
export class TokenError extends Error {
  readonly code: 20101 | 20104 | 20151;

  constructor(code: TokenError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export function hasExpired(bearer: Bearer, now: number): boolean {
  return bearer.expiresAt <= now;
}

const IDENTITY = /^[A-Za-z0-9_]{1,121}$/;

/** Reads a Twilio access token (a JWT, HS256) with its voice grant. Throws TokenError. */
export function readAccessToken(
  token: unknown,
  { accountSid, apiKeySid, apiKeySecret }: Pick<Settings, 'accountSid' | 'apiKeySid' | 'apiKeySecret'>,
  now: number,
): Bearer {
  const [head = '', body = '', signature = '', ...more] = typeof token === 'string' ? token.split('.') : [];
  const header = objectOf(head);
  const payload = objectOf(body);
  if (!header || !payload || more.length > 0 || header.alg !== 'HS256' || header.cty !== 'twilio-fpa;v=1')
    throw new TokenError(20101, 'Invalid access token: not a Twilio JWT');
  const expected = createHmac('sha256', apiKeySecret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new TokenError(20151, 'Authentication failed: the signature does not match');
  if (payload.iss !== apiKeySid || payload.sub !== accountSid)
    throw new TokenError(20151, 'Authentication failed: another API key or account');
  if (typeof payload.exp !== 'number' || payload.exp * 1000 <= now)
    throw new TokenError(20104, 'Access token expired or its expiration date is invalid');
  if (typeof payload.nbf === 'number' && payload.nbf * 1000 > now)
    throw new TokenError(20101, 'Invalid access token: not yet valid');

  const grants = payload.grants as { identity?: unknown; voice?: VoiceGrant } | undefined;
  if (typeof grants?.identity !== 'string' || !IDENTITY.test(grants.identity) || !grants.voice)
    throw new TokenError(
      20101,
      'Invalid access token: no identity of letters, digits and _, or no voice grant',
    );
  const { incoming, outgoing } = grants.voice;
  return {
    identity: grants.identity,
    expiresAt: payload.exp * 1000,
    mayReceive: incoming?.allow === true,
    applicationSid: typeof outgoing?.application_sid === 'string' ? outgoing.application_sid : null,
  };
}

type VoiceGrant = { incoming?: { allow?: unknown }; outgoing?: { application_sid?: unknown } };

function objectOf(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
