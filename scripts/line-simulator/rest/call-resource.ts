import { type Call, durationSeconds } from '../line/call.ts';
import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';

const SUBRESOURCES: Record<string, string> = {
  events: 'Events',
  notifications: 'Notifications',
  payments: 'Payments',
  recordings: 'Recordings',
  siprec: 'Siprec',
  streams: 'Streams',
  transcriptions: 'Transcriptions',
  user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
  user_defined_messages: 'UserDefinedMessages',
};

/** A call the way Twilio's REST API shows it. */
export function callResource(line: Line, call: Call): Record<string, unknown> {
  const { accountSid } = line.settings;
  const base = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    date_created: twilioDate(call.createdAt),
    date_updated: twilioDate(call.updatedAt),
    parent_call_sid: call.parentCallSid,
    to: call.to,
    to_formatted: call.to,
    from: call.from,
    from_formatted: call.from,
    phone_number_sid: call.phoneNumberSid,
    status: call.status,
    start_time: call.answeredAt === null ? null : twilioDate(call.answeredAt),
    end_time: call.endedAt === null ? null : twilioDate(call.endedAt),
    duration: call.endedAt === null ? null : String(durationSeconds(call, line.clock.now())),
    price: null,
    price_unit: 'USD',
    direction: call.direction,
    answered_by: null,
    forwarded_from: call.forwardedFrom,
    group_sid: null,
    caller_name: call.callerName,
    queue_time: '0',
    trunk_sid: null,
    uri: `${base}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, path]) => [name, `${base}/${path}.json`]),
    ),
  };
}
