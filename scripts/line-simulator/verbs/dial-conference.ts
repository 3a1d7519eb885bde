import { pause, unlessAborted } from '../clock/clock.ts';
import {
  type Conference,
  connectedParticipants,
  type LeaveReason,
  type Participant,
} from '../line/conference.ts';
import {
  DEFAULT_ROOM_SIZE,
  isFull,
  isLabelTaken,
  isValidLabel,
  joinConference,
  openRoom,
} from '../line/join-conference.ts';
import { leaveConference } from '../line/leave-conference.ts';
import { reportToDebugger } from '../line/line.ts';
import { textOf, type XmlElement } from '../twiml/xml.ts';
import type { DialResult } from './dial.ts';
import { absolute, type Scope } from './scope.ts';

const TIME_LIMIT_SECONDS = 14_400;

/** Puts the leg into a room until it is out again; null when it could not join. */
export async function dialConference(
  scope: Scope,
  dial: XmlElement,
  noun: XmlElement,
  action: { address: string; method: 'GET' | 'POST' } | null,
): Promise<DialResult | null> {
  const { line, call, signal } = scope;
  const { attributes } = noun;
  const refuse = (code: number, message: string) => {
    reportToDebugger(line, { code, message }, { callSid: call.sid });
    return null;
  };

  const name = textOf(noun);
  if (!name) return refuse(13231, 'Conference: the name is empty');
  const label = attributes.participantLabel ?? null;
  if (label !== null && !isValidLabel(label)) return refuse(16023, `Conference: invalid label ${label}`);
  const conference = openRoom(line, name, Number(attributes.maxParticipants ?? DEFAULT_ROOM_SIZE));
  if (isLabelTaken(conference, label)) return refuse(16025, `Conference: label ${label} is in use`);
  if (attributes.coach !== undefined) {
    const coached = connectedParticipants(conference).find(({ call: { sid } }) => sid === attributes.coach);
    if (!coached) return refuse(13240, `Conference: the call to coach is not connected: ${attributes.coach}`);
    if (coached.hold) return refuse(16027, `Conference: the coached participant is on hold`);
  }
  if (isFull(conference)) return refuse(16020, `Conference: ${name} is full`);

  const now = line.clock.now();
  const participant: Participant = {
    call,
    conference,
    label,
    muted: attributes.muted === 'true',
    hold: false,
    coaching: attributes.coach !== undefined,
    callSidToCoach: attributes.coach ?? null,
    startConferenceOnEnter: attributes.startConferenceOnEnter !== 'false',
    endConferenceOnExit: attributes.endConferenceOnExit === 'true',
    earlyMedia: false,
    status: 'connecting',
    createdAt: now,
    updatedAt: now,
    wait: {
      address: attributes.waitUrl ? absolute(scope, attributes.waitUrl) : (attributes.waitUrl ?? null),
      method: attributes.waitMethod === 'GET' ? 'GET' : 'POST',
    },
    holdMusic: { address: null, method: 'POST' },
    hearing: null,
    onLeft: () => {},
  };
  const left = new Promise<LeaveReason>((resolve) => {
    participant.onLeft = resolve;
  });
  const result = (): DialResult => ({
    DialCallStatus: 'answered',
    DialBridged: String(conference.callSidEnding !== null || conference.status !== 'init'),
  });
  call.pendingDialAction = action && { ...action, parameters: result() };
  joinConference(line, participant, statusCallbackOf(scope, attributes));

  const limit = Number(dial.attributes.timeLimit ?? TIME_LIMIT_SECONDS) * 1000;
  const stopLimit = new AbortController();
  void pause(line.clock, limit, stopLimit.signal).then(
    () => leaveConference(line, participant, 'participant_hung_up'),
    () => {},
  );
  try {
    await unlessAborted(signal, left);
  } finally {
    stopLimit.abort();
    call.pendingDialAction = null;
  }
  return result();
}

function statusCallbackOf(scope: Scope, attributes: Record<string, string>): Conference['statusCallback'] {
  const address = attributes.statusCallback ? absolute(scope, attributes.statusCallback) : null;
  if (!address) return null;
  return {
    address,
    method: attributes.statusCallbackMethod === 'GET' ? 'GET' : 'POST',
    events: (attributes.statusCallbackEvent ?? '').split(/\s+/).filter(Boolean),
  };
}
