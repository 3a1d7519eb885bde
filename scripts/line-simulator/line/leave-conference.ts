import {
  type Conference,
  connectedParticipants,
  type EndReason,
  type LeaveReason,
  type Participant,
} from './conference.ts';
import { reportConference } from './conference-callback.ts';
import { updateHearing } from './hearing.ts';
import type { Line } from './line.ts';

/** Takes a leg out of its room; the room ends when it was the last or the one that ends it. */
export function leaveConference(
  line: Line,
  participant: Participant,
  reason: LeaveReason,
  isKicked = false,
): void {
  const wasConnected = participant.status === 'connected';
  if (!remove(line, participant, reason)) return;
  const { conference } = participant;
  if (conference.status === 'completed') return;
  const how = isKicked ? 'kicked' : 'left';
  if (participant.endConferenceOnExit && wasConnected)
    endConference(line, conference, `participant-with-end-conference-on-exit-${how}`, participant);
  else if (connectedParticipants(conference).length === 0 && !hasPending(conference, reason))
    endConference(line, conference, `last-participant-${how}`, participant);
  else updateHearing(line, conference);
}

/** Ends the room and puts everybody out of it; legs that still ring are called off. */
export function endConference(
  line: Line,
  conference: Conference,
  endReason: EndReason,
  ending: Participant | null,
): void {
  if (conference.status === 'completed') return;
  const hasStarted = conference.status === 'in-progress';
  conference.status = 'completed';
  conference.updatedAt = line.clock.now();
  conference.endReason = endReason;
  conference.callSidEnding = ending?.call.sid ?? null;
  const reason =
    endReason === 'conference-ended-via-api' ? 'conference_ended_via_api' : 'moderator_ended_conference';
  for (const participant of [...conference.participants]) remove(line, participant, reason);
  if (!hasStarted && !line.faults.behaviours.conferenceEndWithoutStart) return;
  reportConference(line, conference, 'conference-end', null, {
    ReasonConferenceEnded: endReason,
    Reason: REASON_TEXTS[endReason],
    ...(ending ? { CallSidEndingConference: ending.call.sid } : {}),
    ...(ending?.label ? { ParticipantLabelEndingConference: ending.label } : {}),
  });
}

const REASON_TEXTS: Record<EndReason, string> = {
  'conference-ended-via-api': 'Conference ended via API',
  'participant-with-end-conference-on-exit-left': 'Participant with endConferenceOnExit left the conference',
  'participant-with-end-conference-on-exit-kicked': 'Participant with endConferenceOnExit was removed',
  'last-participant-kicked': 'The last participant was removed',
  'last-participant-left': 'The last participant left',
};

// A leg that could not be added leaves an empty room behind only when it was alone in it.
function hasPending(conference: Conference, reason: LeaveReason): boolean {
  return reason === 'participant_add_failed' && conference.participants.length > 0;
}

function remove(line: Line, participant: Participant, reason: LeaveReason): boolean {
  const { conference, call } = participant;
  const index = conference.participants.indexOf(participant);
  if (index < 0) return false;
  conference.participants.splice(index, 1);
  conference.updatedAt = participant.updatedAt = line.clock.now();
  participant.hearing?.controller.abort();
  participant.hearing = null;
  participant.status = reason === 'participant_add_failed' ? 'failed' : 'complete';
  call.participant = null;
  reportConference(line, conference, 'participant-leave', participant, {
    ParticipantCallStatus: call.status === 'queued' || call.status === 'ringing' ? 'canceled' : call.status,
    ReasonParticipantLeft: reason,
  });
  participant.onLeft(reason);
  return true;
}
