import { sidOf } from '../line/account.ts';
import type { Line } from '../line/line.ts';
import { notFound } from './rest-error.ts';

/** Where the calls of a number are processed, by number or SID (routes.twilio.com/v2/PhoneNumbers). */
export function phoneNumberRoute(line: Line, name: string, path: string): Record<string, unknown> {
  const row = line.numbers.find(({ number, sid }) => number === name || sid === name);
  if (!row) throw notFound(path);
  const created = `${new Date(row.createdAt).toISOString().slice(0, 19)}Z`;
  return {
    phone_number: row.number,
    sid: sidOf('QQ', row.number),
    account_sid: line.settings.accountSid,
    friendly_name: row.number,
    voice_region: row.region,
    url: `https://routes.twilio.com/v2/PhoneNumbers/${row.number}`,
    date_created: created,
    date_updated: created,
  };
}
