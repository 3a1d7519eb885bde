import type { Application } from '../line/account.ts';
import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';
import { type Form, webAddress } from './form.ts';
import { pageOf } from './page-of.ts';
import { notFound } from './rest-error.ts';

export function findApplication(line: Line, sid: string, path: string): Application {
  const application = line.account.applications.find((each) => each.sid === sid);
  if (!application) throw notFound(path);
  return application;
}

/** Sets what a browser's call is asked about; what is left out stays. */
export function updateApplication(line: Line, application: Application, form: Form): Record<string, unknown> {
  if (form.has('VoiceUrl')) application.voiceUrl = webAddress(form, 'VoiceUrl') ?? '';
  if (form.has('VoiceMethod')) application.voiceMethod = form.method('VoiceMethod');
  return applicationResource(line, application);
}

export function listApplications(line: Line, path: string, query: URLSearchParams): Record<string, unknown> {
  const rows = line.account.applications.filter(({ name }) => (query.get('FriendlyName') ?? name) === name);
  return pageOf(
    path,
    query,
    'applications',
    rows.map((row) => applicationResource(line, row)),
  );
}

/** An application the way Twilio's REST API shows it. */
export function applicationResource(line: Line, application: Application): Record<string, unknown> {
  const { accountSid } = line.settings;
  return {
    sid: application.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    friendly_name: application.name,
    date_created: twilioDate(application.createdAt),
    date_updated: twilioDate(application.createdAt),
    message_status_callback: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: null,
    sms_method: 'POST',
    sms_status_callback: null,
    sms_url: null,
    status_callback: null,
    status_callback_method: 'POST',
    uri: `/2010-04-01/Accounts/${accountSid}/Applications/${application.sid}.json`,
    voice_caller_id_lookup: false,
    voice_fallback_method: 'POST',
    voice_fallback_url: null,
    voice_method: application.voiceMethod,
    voice_url: application.voiceUrl,
    public_application_connect_enabled: false,
  };
}
