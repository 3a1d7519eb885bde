import type { Conference, Participant } from './conference.ts';
import type { Line } from './line.ts';
import { sendCallback } from './send-callback.ts';
import { twilioDate } from './twilio-date.ts';

const SUBSCRIPTIONS: Record<string, string> = {
  'conference-start': 'start',
  'conference-end': 'end',
  'participant-join': 'join',
  'participant-leave': 'leave',
  'participant-mute': 'mute',
  'participant-unmute': 'mute',
  'participant-hold': 'hold',
  'participant-unhold': 'hold',
  'participant-modify': 'modify',
};

/** Tells the address that the first participant named, if it asked for this event. */
export function reportConference(
  line: Line,
  conference: Conference,
  event: string,
  about: Participant | null,
  more: Record<string, string> = {},
): void {
  line.journal.write({
    kind: 'conference',
    text: `${conference.name}: ${event}${about ? ` ${about.label ?? about.call.sid}` : ''}`,
    conferenceSid: conference.sid,
    callSid: about?.call.sid,
  });
  const wanted = conference.statusCallback;
  if (!wanted?.events.includes(SUBSCRIPTIONS[event] ?? '')) return;
  sendCallback(line, {
    family: 'conference',
    event,
    address: wanted.address,
    method: wanted.method,
    conferenceSid: conference.sid,
    callSid: about?.call.sid,
    parameters: {
      AccountSid: line.settings.accountSid,
      ConferenceSid: conference.sid,
      FriendlyName: conference.name,
      SequenceNumber: String(conference.sequenceNumber++),
      StatusCallbackEvent: event,
      Timestamp: twilioDate(line.clock.now()),
      ...(about ? participantParameters(about) : {}),
      ...more,
    },
  });
}

function participantParameters(participant: Participant): Record<string, string> {
  return {
    CallSid: participant.call.sid,
    ...(participant.label === null ? {} : { ParticipantLabel: participant.label }),
    Muted: String(participant.muted),
    Hold: String(participant.hold),
    Coaching: String(participant.coaching),
    ...(participant.callSidToCoach ? { CallSidToCoach: participant.callSidToCoach } : {}),
    EndConferenceOnExit: String(participant.endConferenceOnExit),
    StartConferenceOnEnter: String(participant.startConferenceOnEnter),
  };
}
