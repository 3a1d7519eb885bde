import type { CallFact, CallHappening, CallRemark } from '@/lib/domain/calls/call-event';
import { callerLabel, isOutsideLabel, readIdentity, readLegLabel } from '@/lib/domain/calls/leg';
import type { RecordingFact } from '@/lib/domain/recordings/recording';
import { plainText } from './plain-text';
import { readSid } from './read-sid';
import type { Form } from './read-webhook';

/** A call that reached one of our numbers, as the line announced it. */
export type Arrival = {
  callSid: string;
  from: string;
  to: string;
  forwardedFrom: string | null;
  callerName: string | null;
  /** The network's word on the number, when it gave one; never proof of who calls. */
  attestation: string | null;
};

/** Texts are plain and cut to the length that is kept. */
export function readArrival(form: Form): Arrival {
  return {
    callSid: readSid(form.CallSid),
    from: plainText(form.From ?? '', 256),
    to: plainText(form.To ?? '', 256),
    forwardedFrom: plainText(form.ForwardedFrom ?? '', 256) || null,
    callerName: plainText(form.CallerName ?? '', 64) || null,
    attestation: plainText(form.StirVerstat ?? '', 64) || null,
  };
}

/** Who called, by a status callback of a caller's own call; null for any other leg. */
export function readUnannounced(form: Form, query: URLSearchParams): Arrival | null {
  const isCaller = form.Direction === 'inbound' && readIdentity(form.From ?? '') === null;
  return isCaller && readOwnId(query) === null ? readArrival(form) : null;
}

/** A browser's call to our TwiML App: who dials, and for which claim. Its own fields begin with `x_`, as Twilio's never do. */
export function readBrowserJoin(form: Form) {
  return {
    employeeId: readIdentity(form.From ?? ''),
    legCallSid: readSid(form.CallSid),
    callId: readSid(form.x_callId) || null,
    generation: readInteger(form.x_claim),
  };
}

/** A conference callback: who joined, left or was held, in the order of its SequenceNumber. */
export function readConferenceFact(form: Form, query: URLSearchParams, receivedAt: number): CallFact {
  const conferenceSid = readSid(form.ConferenceSid);
  const name = plainText(form.StatusCallbackEvent ?? '', 64);
  const sequenceNumber = readInteger(form.SequenceNumber);
  const legCallSid = readSid(form.CallSid);
  return {
    dedupeKey: [conferenceSid || legCallSid, 'conference-status', name, sequenceNumber ?? legCallSid].join(
      ':',
    ),
    callId: readOwnId(query),
    callSid: form.ParticipantLabel === callerLabel ? legCallSid || null : null,
    sequenceNumber,
    occurredAt: readTimestamp(form.Timestamp, receivedAt),
    event: conferenceEvent(name, form, conferenceSid, sequenceNumber ?? 0),
  };
}

function conferenceEvent(
  name: string,
  form: Form,
  conferenceSid: string,
  sequence: number,
): CallHappening | CallRemark {
  const label = readLabel(form.ParticipantLabel);
  const legCallSid = readSid(form.CallSid);
  const isCaller = label === callerLabel;
  if (name === 'conference-start') return { type: 'conference.started', conferenceSid };
  if (name === 'conference-end') return { type: 'conference.ended' };
  if (name === 'participant-join' && isCaller) {
    return { type: 'caller.joined', conferenceSid, ...(legCallSid && { callSid: legCallSid }) };
  }
  if (name === 'participant-leave' && isCaller) return callerLeaves(form);
  if (name === 'participant-hold' && isCaller) return { type: 'caller.held', sequence };
  if (name === 'participant-unhold' && isCaller) return { type: 'caller.unheld', sequence };
  const party = partyOf(label);
  if (name === 'participant-join' && party) {
    return { type: `${party}.joined`, label, conferenceSid, legCallSid };
  }
  if (name === 'participant-leave' && party) {
    const status = form.ParticipantCallStatus ?? '';
    const wasNeverIn = form.ReasonParticipantLeft === 'participant_add_failed' || unreachable.has(status);
    if (wasNeverIn) return { type: `${party}.notReached`, label, reason: plainText(status, 32) || 'failed' };
    return leftEvent(party, label);
  }
  const type = name.startsWith('participant-') ? 'participant.changed' : 'conference.changed';
  return { type, name, label };
}

/** Whom we called may leave the room without having been in it. */
function callerLeaves(form: Form): CallHappening {
  const status = plainText(form.ParticipantCallStatus ?? '', 32);
  const wasNeverIn = form.ReasonParticipantLeft === 'participant_add_failed' || unreachable.has(status);
  return wasNeverIn ? { type: 'call.completed', status: status || 'failed' } : { type: 'caller.left' };
}

/** A recording's callback: it names the call and the recording, and neither caller nor number. */
export function readRecordingFact(form: Form, query: URLSearchParams): RecordingFact {
  const recordingSid = readSid(form.RecordingSid);
  const status = plainText(form.RecordingStatus ?? '', 32);
  const durationSeconds = readInteger(form.RecordingDuration) ?? 0;
  return {
    dedupeKey: [recordingSid, 'recording-status', status].join(':'),
    kind: query.get('kind') === 'conversation' ? 'conversation' : 'message',
    callId: readOwnId(query),
    callSid: readSid(form.CallSid),
    recordingSid,
    status,
    durationSeconds,
    startedAt: readTime(form.RecordingStartTime),
  };
}

/** The caller ended their message with a key or by silence. */
export function readMessageEnd(form: Form, query: URLSearchParams, receivedAt: number): CallFact {
  const callSid = readSid(form.CallSid);
  return {
    dedupeKey: [callSid, 'message-ended'].join(':'),
    callId: readOwnId(query),
    callSid,
    sequenceNumber: null,
    occurredAt: receivedAt,
    event: { type: 'caller.endedMessage', durationSeconds: readInteger(form.RecordingDuration) },
  };
}

const unreachable: ReadonlySet<string> = new Set(['busy', 'no-answer', 'failed', 'canceled']);
const over: ReadonlySet<string> = new Set([...unreachable, 'completed']);

/** A call status callback: of the caller's call, whoever placed it, or of an employee's leg, whose label stands in the address. */
export function readCallStatusFact(form: Form, query: URLSearchParams, receivedAt: number): CallFact {
  const callSid = readSid(form.CallSid);
  const status = plainText(form.CallStatus ?? '', 32);
  const sequenceNumber = readInteger(form.SequenceNumber);
  const leg = readLabel(query.get('leg'));
  const label = leg === callerLabel ? '' : leg;
  return {
    dedupeKey: [callSid, 'call-status', status, sequenceNumber ?? ''].join(':'),
    callId: readOwnId(query),
    callSid: label ? null : callSid,
    sequenceNumber,
    occurredAt: readTimestamp(form.Timestamp, receivedAt),
    event: label ? legEvent(label, status, form.CallDuration) : callEvent(status),
  };
}

function callEvent(status: string): CallHappening | CallRemark {
  if (over.has(status)) return { type: 'call.completed', status };
  return { type: 'call.progressed', status };
}

/** A leg that is ended while it rings is told as completed, after no seconds. */
function legEvent(label: string, status: string, duration: string | undefined): CallHappening | CallRemark {
  const hasOnlyRung = status === 'completed' && duration === '0';
  const party = partyOf(label) ?? 'employee';
  if (unreachable.has(status) || hasOnlyRung) return { type: `${party}.notReached`, label, reason: status };
  if (status === 'completed') return leftEvent(party, label);
  return { type: 'employee.legProgressed', label, status };
}

/** Whose leg a label names beside the caller's. */
function partyOf(label: string): 'employee' | 'outside' | null {
  if (isOutsideLabel(label)) return 'outside';
  return readLegLabel(label) ? 'employee' : null;
}

const leftEvent = (party: 'employee' | 'outside', label: string): CallHappening =>
  party === 'outside' ? { type: 'outside.left', label } : { type: 'employee.left', label, endsCall: false };

const readOwnId = (query: URLSearchParams) => readSid(query.get('c') ?? '') || null;

/** At most as long as Twilio lets a label be. */
const readLabel = (text: string | null | undefined) => plainText(text ?? '', 128);

function readInteger(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A callback without a time happened when it came. */
function readTimestamp(text: string | undefined, receivedAt: number): number {
  return readTime(text) ?? receivedAt;
}

/** RFC 2822, to the second. */
function readTime(text: string | undefined): number | null {
  const at = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
