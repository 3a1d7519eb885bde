import { runProgram } from '../verbs/run-program.ts';
import type { ProgramSource } from '../verbs/scope.ts';
import { type Call, hasEnded, newCall, type StatusCallback } from './call.ts';
import { reportProgress } from './call-progress.ts';
import type { Conference, Participant } from './conference.ts';
import { ringPhone } from './desk-phone.ts';
import { endCall } from './end-call.ts';
import { updateHearing } from './hearing.ts';
import { joinConference } from './join-conference.ts';
import { leaveConference } from './leave-conference.ts';
import type { Line } from './line.ts';

export type OutgoingLeg = {
  from: string;
  to: string;
  timeoutSeconds: number;
  statusCallback: StatusCallback | null;
};

function queueLeg(line: Line, leg: OutgoingLeg, more: Partial<Call> = {}): Call {
  const call = newCall({
    sid: line.newSid('CA'),
    direction: 'outbound-api',
    from: leg.from,
    to: leg.to,
    createdAt: line.clock.now(),
    statusCallback: leg.statusCallback,
    ...more,
  });
  line.calls.set(call.sid, call);
  line.journal.write({ kind: 'call', text: `${call.from} → ${call.to}: queued`, callSid: call.sid });
  return call;
}

/** `calls.create`: rings a number and carries out the TwiML once it is answered. */
export function placeRestCall(
  line: Line,
  leg: OutgoingLeg,
  source: ProgramSource,
  fallback: Call['fallback'],
): Call {
  const call = queueLeg(line, leg, { fallback });
  void whenTurnComes(line)
    .then(() => ringPhone(line, call, leg.timeoutSeconds, (event) => reportProgress(line, call, event)))
    .then((outcome) => {
      if (hasEnded(call)) return;
      if (outcome === 'answered') return runProgram(line, call, source);
      endCall(line, call, outcome);
    });
  return call;
}

export type JoiningLeg = OutgoingLeg &
  Pick<
    Participant,
    | 'label'
    | 'muted'
    | 'coaching'
    | 'callSidToCoach'
    | 'startConferenceOnEnter'
    | 'endConferenceOnExit'
    | 'earlyMedia'
    | 'wait'
  > & { conferenceStatusCallback: Conference['statusCallback'] };

/** `participants.create`: rings a number and puts it into the room once it is answered. */
export function dialIntoConference(line: Line, conference: Conference, leg: JoiningLeg): Participant {
  const call = queueLeg(line, leg);
  const now = line.clock.now();
  const participant: Participant = {
    call,
    conference,
    label: leg.label,
    muted: leg.muted,
    hold: false,
    coaching: leg.coaching,
    callSidToCoach: leg.callSidToCoach,
    startConferenceOnEnter: leg.startConferenceOnEnter,
    endConferenceOnExit: leg.endConferenceOnExit,
    earlyMedia: leg.earlyMedia,
    status: 'queued',
    createdAt: now,
    updatedAt: now,
    wait: leg.wait,
    holdMusic: { address: null, method: 'POST' },
    hearing: null,
    onLeft: () => endCall(line, call, call.answeredAt === null ? 'canceled' : 'completed'),
  };
  call.participant = participant;
  conference.participants.push(participant);

  void whenTurnComes(line)
    .then(() =>
      ringPhone(line, call, leg.timeoutSeconds, (event) => {
        participant.status = event === 'initiated' ? 'connecting' : 'ringing';
        updateHearing(line, conference);
        reportProgress(line, call, event);
      }),
    )
    .then((outcome) => {
      if (hasEnded(call)) return;
      if (outcome === 'answered') return joinConference(line, participant, leg.conferenceStatusCallback);
      call.status = outcome;
      participant.onLeft = () => {};
      leaveConference(line, participant, 'participant_add_failed');
      endCall(line, call, outcome, 'participant_add_failed');
    });
  return participant;
}

const nextTurnAt = new WeakMap<Line, number>();

// Calls placed over REST beyond the permitted rate wait in Twilio's own queue.
async function whenTurnComes(line: Line): Promise<void> {
  const perSecond = line.faults.behaviours.restCallsPerSecond;
  if (perSecond === null) return;
  const now = line.clock.now();
  const at = Math.max(now, nextTurnAt.get(line) ?? 0);
  nextTurnAt.set(line, at + 1000 / perSecond);
  if (at > now) await new Promise<void>((resolve) => line.clock.after(at - now, resolve));
}
