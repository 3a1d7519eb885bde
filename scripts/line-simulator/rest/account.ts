import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';

const SUBRESOURCES: Record<string, string> = {
  applications: 'Applications',
  calls: 'Calls',
  conferences: 'Conferences',
  incoming_phone_numbers: 'IncomingPhoneNumbers',
  keys: 'Keys',
  notifications: 'Notifications',
};

export function accountResource(line: Line): Record<string, unknown> {
  const { accountSid, authToken } = line.settings;
  const base = `/2010-04-01/Accounts/${accountSid}`;
  return {
    sid: accountSid,
    owner_account_sid: accountSid,
    auth_token: authToken,
    friendly_name: 'Line simulator',
    status: line.account.status,
    type: line.account.type,
    date_created: twilioDate(line.startedAt),
    date_updated: twilioDate(line.startedAt),
    uri: `${base}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, path]) => [name, `${base}/${path}.json`]),
    ),
  };
}
