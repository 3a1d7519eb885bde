import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';
import { pageOf } from './page-of.ts';

/** The webhooks that failed, newest first; they are all errors, which is `Log=0`. */
export function listNotifications(line: Line, path: string, query: URLSearchParams): Record<string, unknown> {
  const { accountSid } = line.settings;
  const since = Date.parse(query.get('MessageDate>') ?? '') || 0;
  const isWanted = (query.get('Log') ?? '0') === '0';
  const rows = line.account.notifications.filter(({ at }) => isWanted && at >= since);
  return pageOf(
    path,
    query,
    'notifications',
    rows.map(({ sid, code, url, at }) => ({
      sid,
      account_sid: accountSid,
      api_version: '2010-04-01',
      call_sid: null,
      date_created: twilioDate(at),
      date_updated: twilioDate(at),
      error_code: String(code),
      log: '0',
      message_date: twilioDate(at),
      message_text: 'HTTP retrieval failure',
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      request_method: 'POST',
      request_url: url,
      uri: `/2010-04-01/Accounts/${accountSid}/Notifications/${sid}.json`,
    })),
  );
}
