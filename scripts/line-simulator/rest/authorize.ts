import { timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings/settings.ts';
import { RestError } from './rest-error.ts';

/** Basic authentication by account SID and auth token, or by API key. Throws 20003. */
export function authorize(settings: Settings, header: string | undefined): void {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1] ?? '';
  const [user = '', password = ''] = splitOnce(Buffer.from(encoded, 'base64').toString('utf8'));
  const secret =
    user === settings.accountSid
      ? settings.authToken
      : user === settings.apiKeySid
        ? settings.apiKeySecret
        : null;
  if (secret === null || !isSame(secret, password)) throw new RestError(401, 20003, 'Authenticate');
}

function splitOnce(pair: string): string[] {
  const colon = pair.indexOf(':');
  return colon < 0 ? [pair] : [pair.slice(0, colon), pair.slice(colon + 1)];
}

function isSame(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}
