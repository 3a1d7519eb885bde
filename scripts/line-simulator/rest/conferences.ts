import type { Conference } from '../line/conference.ts';
import { endConference } from '../line/leave-conference.ts';
import type { Line } from '../line/line.ts';
import { twilioDate } from '../line/twilio-date.ts';
import type { Form } from './form.ts';
import { pageOf } from './page-of.ts';
import { notFound, RestError } from './rest-error.ts';

/** A room by its SID: fetching and changing take no friendly name. */
export function findConference(line: Line, sid: string, path: string): Conference {
  const conference = line.conferences.get(sid);
  if (!conference) throw notFound(path);
  return conference;
}

export function updateConference(line: Line, conference: Conference, form: Form): Record<string, unknown> {
  const status = form.text('Status');
  if (status !== null && status !== 'completed')
    throw new RestError(400, 20001, `Invalid parameter Status: ${status}`);
  if (status === 'completed') endConference(line, conference, 'conference-ended-via-api', null);
  return conferenceResource(line, conference);
}

export function listConferences(line: Line, path: string, query: URLSearchParams): Record<string, unknown> {
  const rows = [...line.conferences.values()]
    .filter(
      (conference) =>
        (query.get('FriendlyName') ?? conference.name) === conference.name &&
        (query.get('Status') ?? conference.status) === conference.status,
    )
    .reverse();
  return pageOf(
    path,
    query,
    'conferences',
    rows.map((conference) => conferenceResource(line, conference)),
  );
}

export function conferenceResource(line: Line, conference: Conference): Record<string, unknown> {
  const { accountSid } = line.settings;
  const base = `/2010-04-01/Accounts/${accountSid}/Conferences/${conference.sid}`;
  const isOver = conference.status === 'completed';
  return {
    sid: conference.sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    friendly_name: conference.name,
    status: conference.status,
    region: 'us1',
    date_created: twilioDate(conference.createdAt),
    date_updated: twilioDate(conference.updatedAt),
    ...(isOver ? { reason_conference_ended: conference.endReason } : {}),
    call_sid_ending_conference: conference.callSidEnding,
    uri: `${base}.json`,
    subresource_uris: { participants: `${base}/Participants.json`, recordings: `${base}/Recordings.json` },
  };
}
