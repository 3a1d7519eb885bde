import type { CompanyNumber, Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';
import { type Form, webAddress } from './form.ts';
import { pageOf } from './page-of.ts';
import { notFound, RestError } from './rest-error.ts';

/** A number, SIP address or client that can be called. Throws 21201 or 21211. */
export function checkTo(to: string | null): string {
  if (to === null) throw new RestError(400, 21201, "No 'To' number is specified");
  if (/^\+[1-9]\d{4,14}$/.test(to) || /^sips?:[^@\s]+@[^@\s]+$/i.test(to) || /^client:.+/.test(to)) return to;
  throw new RestError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
}

/** A number of this account, or the caller's own with the token of their call. Throws 21213, 21212 or 21210. */
export function checkFrom(line: Line, from: string | null, callToken: string | null): string {
  if (from === null) throw new RestError(400, 21213, "'From' phone number is required");
  if (from.startsWith('client:')) return from;
  if (!/^\+[1-9]\d{4,14}$/.test(from))
    throw new RestError(400, 21212, `The 'From' number ${from} is not a valid phone number or shortcode.`);
  const isOurs = line.numbers.some(({ number }) => number === from);
  const isForwarded = [...line.calls.values()].some(
    (call) => callToken !== null && call.callToken === callToken && call.from === from,
  );
  if (isOurs || isForwarded) return from;
  throw new RestError(400, 21210, `Source phone number ${from} is not verified for this account`);
}

export function findNumber(line: Line, sid: string, path: string): CompanyNumber {
  const number = line.numbers.find((each) => each.sid === sid);
  if (!number) throw notFound(path);
  return number;
}

/** Sets where its calls and their end are reported; what is left out stays, what is empty is taken away. */
export function updateNumber(line: Line, number: CompanyNumber, form: Form): Record<string, unknown> {
  if (form.has('VoiceUrl')) number.voiceUrl = webAddress(form, 'VoiceUrl') ?? '';
  if (form.has('VoiceMethod')) number.voiceMethod = form.method('VoiceMethod');
  if (form.has('VoiceFallbackUrl')) number.voiceFallbackUrl = webAddress(form, 'VoiceFallbackUrl') ?? '';
  if (form.has('VoiceFallbackMethod')) number.voiceFallbackMethod = form.method('VoiceFallbackMethod');
  if (form.has('StatusCallback')) number.statusCallback = webAddress(form, 'StatusCallback') ?? '';
  if (form.has('StatusCallbackMethod')) number.statusCallbackMethod = form.method('StatusCallbackMethod');
  if (form.has('VoiceApplicationSid')) number.voiceApplicationSid = form.text('VoiceApplicationSid');
  return numberResource(line, number);
}

export function listNumbers(line: Line, path: string, query: URLSearchParams): Record<string, unknown> {
  const wanted = query.get('PhoneNumber');
  const rows = line.numbers.filter(({ number }) => wanted === null || number.includes(wanted));
  return pageOf(
    path,
    query,
    'incoming_phone_numbers',
    rows.map((row) => numberResource(line, row)),
  );
}

/** A number the way Twilio's REST API shows it. */
export function numberResource(line: Line, row: CompanyNumber): Record<string, unknown> {
  const { accountSid } = line.settings;
  return {
    sid: row.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    friendly_name: row.number,
    phone_number: row.number,
    date_created: twilioDate(row.createdAt),
    date_updated: twilioDate(row.createdAt),
    address_sid: null,
    address_requirements: 'none',
    beta: false,
    bundle_sid: null,
    capabilities: { voice: row.hasVoice, sms: false, mms: false, fax: false },
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    identity_sid: null,
    origin: 'twilio',
    sms_application_sid: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: '',
    sms_method: 'POST',
    sms_url: '',
    status: 'in-use',
    status_callback: row.statusCallback,
    status_callback_method: row.statusCallbackMethod,
    trunk_sid: row.trunkSid,
    type: 'local',
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${row.sid}.json`,
    voice_application_sid: row.voiceApplicationSid,
    voice_caller_id_lookup: false,
    voice_fallback_method: row.voiceFallbackMethod,
    voice_fallback_url: row.voiceFallbackUrl,
    voice_method: row.voiceMethod,
    voice_receive_mode: 'voice',
    voice_url: row.voiceUrl,
  };
}
