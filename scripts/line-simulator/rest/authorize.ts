import { timingSafeEqual } from 'node:crypto';
import type { Line } from '../line/line.ts';
import { RestError } from './rest-error.ts';

/**
 * Basic authentication by account SID and auth token, or by API key. A standard key reaches neither accounts nor keys
 * (twilio.com/docs/iam/api-keys). Throws 20003.
 */
export function authorize(line: Line, header: string | undefined, path: string): void {
  const { settings, account } = line;
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1] ?? '';
  const [user = '', password = ''] = splitOnce(Buffer.from(encoded, 'base64').toString('utf8'));
  const isByToken =
    user === settings.accountSid && account.authToken === 'valid' && isSame(settings.authToken, password);
  const isByKey =
    user === settings.apiKeySid && account.apiKey === 'valid' && isSame(settings.apiKeySecret, password);
  if (isByToken || (isByKey && !MAIN_KEYS_ONLY.test(path))) return;
  throw new RestError(401, 20003, 'Authenticate');
}

const MAIN_KEYS_ONLY = /^\/2010-04-01\/Accounts(\/[^/]+)?(\/Keys(\/[^/]+)?)?\.json$/;

function splitOnce(pair: string): string[] {
  const colon = pair.indexOf(':');
  return colon < 0 ? [pair] : [pair.slice(0, colon), pair.slice(colon + 1)];
}

function isSame(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}
