import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';
import { pageOf } from './page-of.ts';
import { notFound } from './rest-error.ts';

/** The account's one API key, unless it was revoked; its secret is never told again. */
export function keyResource(line: Line, sid: string, path: string): Record<string, unknown> {
  const [key] = keysOf(line).filter((each) => each.sid === sid);
  if (!key) throw notFound(path);
  return key;
}

export function listKeys(line: Line, path: string, query: URLSearchParams): Record<string, unknown> {
  return pageOf(path, query, 'keys', keysOf(line));
}

function keysOf(line: Line) {
  if (line.account.apiKey === 'revoked') return [];
  const createdAt = twilioDate(line.startedAt);
  return [
    {
      sid: line.settings.apiKeySid,
      friendly_name: 'Console',
      date_created: createdAt,
      date_updated: createdAt,
    },
  ];
}
