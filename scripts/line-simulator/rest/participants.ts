import type { Conference, Participant } from '../line/conference.ts';
import { reportConference } from '../line/conference-callback.ts';
import { announce, restartHearing, updateHearing } from '../line/hearing.ts';
import { DEFAULT_ROOM_SIZE, isFull, isLabelTaken, isValidLabel, openRoom } from '../line/join-conference.ts';
import { leaveConference } from '../line/leave-conference.ts';
import type { Line } from '../line/line.ts';
import { dialIntoConference } from '../line/place-rest-call.ts';
import { checkConcurrency } from './concurrency.ts';
import { type Form, webAddress } from './form.ts';
import { checkFrom, checkTo } from './numbers.ts';
import { pageOf } from './page-of.ts';
import { participantResource } from './participant-resource.ts';
import { notFound, RestError } from './rest-error.ts';

const DEFAULT_TIMEOUT_SECONDS = 60;
const CONFERENCE_EVENTS_BY_DEFAULT = ['start', 'end'];

/** Rings somebody and puts them into a room, named by its SID or, only here, by its friendly name. */
export function createParticipant(
  line: Line,
  room: string,
  form: Form,
  path: string,
): Record<string, unknown> {
  const to = checkTo(form.text('To'));
  const from = checkFrom(line, form.text('From'), form.text('CallToken'));
  const label = form.text('Label');
  if (label !== null && !isValidLabel(label))
    throw new RestError(
      400,
      16024,
      'Invalid participant label: at most 128 characters, no CallSid, no slash',
    );
  const coached = form.text('CallSidToCoach');
  const wait = webAddress(form, 'WaitUrl');
  const leg = {
    to,
    from,
    label,
    timeoutSeconds: form.number('Timeout', DEFAULT_TIMEOUT_SECONDS, 5, 600),
    statusCallback: form.callback('StatusCallback', ['completed']),
    muted: form.flag('Muted') ?? false,
    coaching: form.flag('Coaching') ?? coached !== null,
    callSidToCoach: coached,
    startConferenceOnEnter: form.flag('StartConferenceOnEnter') ?? true,
    endConferenceOnExit: form.flag('EndConferenceOnExit') ?? false,
    earlyMedia: form.flag('EarlyMedia') ?? true,
    wait: { address: wait, method: form.method('WaitMethod') },
    conferenceStatusCallback: form.callback('ConferenceStatusCallback', CONFERENCE_EVENTS_BY_DEFAULT),
  };

  checkConcurrency(line, 16021);
  const conference = roomFor(line, room, form, path);
  if (isLabelTaken(conference, label))
    throw new RestError(400, 16026, `Participant label ${label} is in use by another participant`);
  if (isFull(conference)) throw new RestError(400, 16020, 'Conference is full');
  if (coached !== null) checkCoached(conference, coached);
  return participantResource(line, dialIntoConference(line, conference, leg));
}

function roomFor(line: Line, room: string, form: Form, path: string): Conference {
  if (!/^CF[0-9a-f]{32}$/i.test(room))
    return openRoom(line, room, form.number('MaxParticipants', DEFAULT_ROOM_SIZE, 2, 250));
  const conference = line.conferences.get(room);
  if (!conference) throw notFound(path);
  if (conference.status === 'completed')
    throw new RestError(400, 16022, 'The conference is over: no participant can be added');
  return conference;
}

function checkCoached(conference: Conference, callSid: string): void {
  const coached = conference.participants.find(({ call }) => call.sid === callSid);
  if (coached?.status !== 'connected')
    throw new RestError(400, 16028, 'The coached participant is not in the conference');
  if (coached.hold) throw new RestError(400, 16027, 'The coached participant is on hold');
}

/** A participant by CallSid or label, while they are in the room or on the way to it. */
export function findParticipant(conference: Conference, key: string, path: string): Participant {
  const found = conference.participants.find(({ call, label }) => call.sid === key || label === key);
  if (!found) throw notFound(path);
  return found;
}

export function updateParticipant(line: Line, participant: Participant, form: Form): Record<string, unknown> {
  if (participant.status !== 'connected')
    throw new RestError(400, 16022, 'The participant is not connected to the conference');
  const coached = form.text('CallSidToCoach');
  if (coached !== null) checkCoached(participant.conference, coached);
  const hold = form.flag('Hold');
  const holdUrl = webAddress(form, 'HoldUrl');
  const waitUrl = webAddress(form, 'WaitUrl');
  const muted = form.flag('Muted');
  const endOnExit = form.flag('EndConferenceOnExit');
  const announcement = webAddress(form, 'AnnounceUrl');
  const coaching = form.flag('Coaching') ?? (coached === null ? null : true);

  if (holdUrl !== null) {
    participant.holdMusic = { address: holdUrl, method: form.method('HoldMethod') };
    if (participant.hold && hold !== false) restartHearing(line, participant);
  }
  if (waitUrl !== null) {
    participant.wait = { address: waitUrl, method: form.method('WaitMethod') };
    if (participant.hearing?.what === 'wait') restartHearing(line, participant);
  }
  const changed: string[] = [];
  // Twilio ignores this flag while the participant is on hold, and does not say so.
  if (endOnExit !== null && !participant.hold && participant.endConferenceOnExit !== endOnExit) {
    participant.endConferenceOnExit = endOnExit;
    changed.push('participant-modify');
  }
  if (hold !== null && participant.hold !== hold) {
    participant.hold = hold;
    changed.push(hold ? 'participant-hold' : 'participant-unhold');
  }
  if (muted !== null && participant.muted !== muted) {
    participant.muted = muted;
    changed.push(muted ? 'participant-mute' : 'participant-unmute');
  }
  if (coaching !== null && (participant.coaching !== coaching || participant.callSidToCoach !== coached)) {
    participant.coaching = coaching;
    participant.callSidToCoach = coaching ? (coached ?? participant.callSidToCoach) : null;
    if (!changed.includes('participant-modify')) changed.push('participant-modify');
  }
  participant.updatedAt = line.clock.now();
  for (const event of changed) reportConference(line, participant.conference, event, participant);
  updateHearing(line, participant.conference);
  if (announcement !== null) {
    announce(line, participant, { address: announcement, method: form.method('AnnounceMethod') });
  }
  return participantResource(line, participant);
}

export function removeParticipant(line: Line, participant: Participant): void {
  leaveConference(line, participant, 'participant_updated_via_api', true);
}

export function listParticipants(
  line: Line,
  conference: Conference,
  path: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const wanted = (name: string, value: boolean) => (query.get(name) ?? String(value)) === String(value);
  const rows = conference.participants.filter(
    ({ muted, hold, coaching }) =>
      wanted('Muted', muted) && wanted('Hold', hold) && wanted('Coaching', coaching),
  );
  return pageOf(
    path,
    query,
    'participants',
    rows.map((participant) => participantResource(line, participant)),
  );
}
