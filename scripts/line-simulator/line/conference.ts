import type { Call } from './call.ts';

export type LeaveReason =
  | 'conference_ended_via_api'
  | 'moderator_ended_conference'
  | 'participant_updated_via_api'
  | 'participant_hung_up'
  | 'participant_add_failed';

export type EndReason =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-kicked'
  | 'last-participant-left';

export type Participant = {
  call: Call;
  conference: Conference;
  label: string | null;
  muted: boolean;
  hold: boolean;
  coaching: boolean;
  callSidToCoach: string | null;
  startConferenceOnEnter: boolean;
  endConferenceOnExit: boolean;
  /** Those in the room hear its ringing. */
  earlyMedia: boolean;
  status: 'queued' | 'connecting' | 'ringing' | 'connected' | 'complete' | 'failed';
  createdAt: number;
  updatedAt: number;
  /** What plays until the room starts; null: Twilio's own music; empty: silence. */
  wait: { address: string | null; method: 'GET' | 'POST' };
  holdMusic: { address: string | null; method: 'GET' | 'POST' };
  hearing: {
    what: 'wait' | 'ringing' | 'hold' | 'talk' | 'announcement' | 'nothing';
    controller: AbortController;
  } | null;
  /** Tells whoever put this leg into the room that it is out of it. */
  onLeft: (reason: LeaveReason) => void;
};

export type Conference = {
  sid: string;
  name: string;
  status: 'init' | 'in-progress' | 'completed';
  createdAt: number;
  updatedAt: number;
  maxParticipants: number;
  participants: Participant[];
  statusCallback: { address: string; method: 'GET' | 'POST'; events: string[] } | null;
  /** SequenceNumber of the next callback; Twilio counts from 1 here. */
  sequenceNumber: number;
  endReason: EndReason | null;
  callSidEnding: string | null;
};

export function connectedParticipants(conference: Conference): Participant[] {
  return conference.participants.filter((participant) => participant.status === 'connected');
}
