import { type Conference, connectedParticipants, type Participant } from './conference.ts';
import { reportConference } from './conference-callback.ts';
import { updateHearing } from './hearing.ts';
import { forgetOldest, type Line } from './line.ts';

export const DEFAULT_ROOM_SIZE = 250;

function findRoom(line: Line, name: string): Conference | null {
  for (const conference of line.conferences.values())
    if (conference.name === name && conference.status !== 'completed') return conference;
  return null;
}

/** The open room of that name, or a new one that waits to start. */
export function openRoom(line: Line, name: string, maxParticipants: number): Conference {
  const open = findRoom(line, name);
  if (open) return open;
  forgetOldest(line);
  const now = line.clock.now();
  const conference: Conference = {
    sid: line.newSid('CF'),
    name,
    status: 'init',
    createdAt: now,
    updatedAt: now,
    maxParticipants,
    participants: [],
    statusCallback: null,
    sequenceNumber: 1,
    endReason: null,
    callSidEnding: null,
  };
  line.conferences.set(conference.sid, conference);
  return conference;
}

export function isLabelTaken(conference: Conference, label: string | null): boolean {
  return label !== null && conference.participants.some((participant) => participant.label === label);
}

export function isValidLabel(label: string): boolean {
  return label.length <= 128 && !/\/|%2f/i.test(label) && !/^CA[0-9a-f]{32}$/.test(label);
}

export function isFull(conference: Conference): boolean {
  return conference.participants.length >= conference.maxParticipants;
}

/** Lets an answered leg into the room. The first to join decides where the room's callbacks go. */
export function joinConference(
  line: Line,
  participant: Participant,
  statusCallback: Conference['statusCallback'],
): void {
  const { conference, call } = participant;
  if (connectedParticipants(conference).length === 0) conference.statusCallback ??= statusCallback;
  if (!conference.participants.includes(participant)) conference.participants.push(participant);
  participant.status = 'connected';
  participant.updatedAt = conference.updatedAt = line.clock.now();
  call.participant = participant;
  reportConference(line, conference, 'participant-join', participant);

  const connected = connectedParticipants(conference);
  const mayStart =
    connected.length >= 2 && connected.some(({ startConferenceOnEnter }) => startConferenceOnEnter);
  if (conference.status === 'init' && mayStart) {
    conference.status = 'in-progress';
    reportConference(line, conference, 'conference-start', null);
  }
  updateHearing(line, conference);
}
