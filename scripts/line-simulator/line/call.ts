import type { Participant } from './conference.ts';

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled';

export type HeardKind =
  | 'ringback'
  | 'say'
  | 'play'
  | 'pause'
  | 'music'
  | 'hold'
  | 'silence'
  | 'talk'
  | 'muted'
  | 'record'
  | 'digits'
  | 'error'
  | 'ended';

/** One thing the person at this end of the line heard, or that was done to their call. */
export type Heard = { at: number; kind: HeardKind; verb: string | null; text: string };

export type StatusCallback = { address: string; method: 'GET' | 'POST'; events: string[] };

export type RingOutcome = 'answered' | 'busy' | 'no-answer' | 'failed' | 'canceled';

export type Call = {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  from: string;
  to: string;
  status: CallStatus;
  createdAt: number;
  updatedAt: number;
  /** When dialling began; null for a leg that still waits in Twilio's queue. */
  initiatedAt: number | null;
  answeredAt: number | null;
  endedAt: number | null;
  parentCallSid: string | null;
  forwardedFrom: string | null;
  callerName: string | null;
  callToken: string | null;
  stirVerstat: string | null;
  phoneNumberSid: string | null;
  /** The TwiML application a browser called. */
  applicationSid: string | null;
  /** What `<Parameter>` tells the browser that is called. */
  customParameters: Record<string, string>;
  fallback: { address: string; method: 'GET' | 'POST' } | null;
  statusCallback: StatusCallback | null;
  /** SequenceNumber of the next progress callback. */
  sequenceNumber: number;
  heard: Heard[];
  verbs: { at: number; verb: string; detail: string }[];
  /** The TwiML being carried out; aborted when the call ends or is redirected. */
  program: AbortController | null;
  participant: Participant | null;
  /** Who talks to this end outside of a room. */
  bridgedTo: Call | null;
  /** Settles the ringing of an outgoing leg. */
  settleRinging: ((outcome: RingOutcome) => void) | null;
  /** Carries keys the person presses to the verb that waits for them. */
  takeDigits: ((digits: string) => void) | null;
  /** Requested when the caller hangs up inside this `<Dial>`. */
  pendingDialAction: { address: string; method: 'GET' | 'POST'; parameters: Record<string, string> } | null;
  onAnswered: Set<() => void>;
  onEnded: Set<() => void>;
};

export function newCall(
  facts: Pick<Call, 'sid' | 'direction' | 'from' | 'to' | 'createdAt'> & Partial<Call>,
): Call {
  return {
    status: facts.direction === 'inbound' ? 'ringing' : 'queued',
    updatedAt: facts.createdAt,
    initiatedAt: facts.direction === 'inbound' ? facts.createdAt : null,
    answeredAt: null,
    endedAt: null,
    parentCallSid: null,
    forwardedFrom: null,
    callerName: null,
    callToken: null,
    stirVerstat: null,
    phoneNumberSid: null,
    applicationSid: null,
    customParameters: {},
    fallback: null,
    statusCallback: null,
    sequenceNumber: 0,
    heard: [],
    verbs: [],
    program: null,
    participant: null,
    bridgedTo: null,
    settleRinging: null,
    takeDigits: null,
    pendingDialAction: null,
    onAnswered: new Set(),
    onEnded: new Set(),
    ...facts,
  };
}

export function hasEnded(call: Call): boolean {
  return call.endedAt !== null;
}

/** Whole seconds from answer to end (or to `now`); 0 for a call that was never answered. */
export function durationSeconds(call: Call, now: number): number {
  if (call.answeredAt === null) return 0;
  return Math.round(((call.endedAt ?? now) - call.answeredAt) / 1000);
}
