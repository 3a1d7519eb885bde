import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { OfferPurpose } from './call-effect';
import type { HelpRequest, Supervision } from './supervision';
import type { CallTimes } from './times';

/**
 * How a call is let in: to the department, or turned away outside its hours or from a blocked number. `unheard`: it came and
 * went while the line could not reach us.
 */
export type Admission = 'open' | 'closedHours' | 'blocked' | 'unheard';

/** A call we place: by whom, on what telephone of theirs, and to which number, E.164. */
export type Placed = { employeeId: string; departmentId: string; phoneKind: PhoneKind; number: string };

/** Why a call we placed came to nothing; `notReached`: the own telephone was not answered. */
export const dialFailures = ['busy', 'noAnswer', 'cannotDial', 'calledOff', 'notReached'] as const;
export type DialFailure = (typeof dialFailures)[number];

export type CallInput = {
  admission: Admission;
  clientDepartmentId: string;
  times: CallTimes;
  arrivedAt: number;
  /** The line called records conversations, and the caller has been told so. */
  isRecorded?: boolean;
  /** Whom a waiting caller is offered to besides, when they wait for so long. */
  overflow?: { departmentId: string; seconds: number } | null;
  /** Left out for a call that comes in. */
  placed?: Placed | null;
};

/** Whom a round of offers asks to take the caller, until then (epoch ms). */
export type Offered = {
  round: number;
  purpose: Exclude<OfferPurpose, 'consult'>;
  departmentId: string;
  /** One person, or everybody available in the department. */
  employeeId: string | null;
  endsAt: number;
};

/** Whom the person on the line asks for advice (S4): rung, then on the line in the caller's room. */
export type Consult = {
  round: number;
  departmentId: string;
  /** One person, or everybody available in the department. */
  employeeId: string | null;
  /** Until when it rings. */
  endsAt: number;
  /** An outside number instead of a colleague, E.164. */
  number: string | null;
  claim: ConsultLeg | null;
  joinedAt: number | null;
  talksTo: TalksTo;
  /** A hand-over: whoever asked stays only until the colleague is on the line. */
  completesOnAnswer?: boolean;
};

/** The leg of who is asked: a colleague's, or an outside number's, which is ended by its own sid while it rings. */
export type ConsultLeg = Omit<Claim, 'employeeId'> & { employeeId: string | null; legCallSid: string | null };

/** Whom the person who asked talks to; whoever is left out hears music. */
export const talksTos = ['colleague', 'caller', 'everyone'] as const;
export type TalksTo = (typeof talksTos)[number];

/** Why a consultation came to nothing. */
export const consultFailures = [
  'declined',
  'notTaken',
  'notReached',
  'left',
  'busy',
  'noAnswer',
  'cannotDial',
  'cannotHold',
] as const;
export type ConsultFailure = (typeof consultFailures)[number];

/** Who has taken the call, and until when (epoch ms) their leg, which `label` names, must be in the room. */
export type Claim = {
  employeeId: string;
  generation: number;
  label: string;
  expiresAt: number;
  /** A browser dials in by itself; without a word it is a telephone that we ring. */
  phoneKind?: PhoneKind;
};

/** `failed`: the provider would not begin; the call goes on without. */
export const recordingPhases = ['starting', 'on', 'paused', 'failed'] as const;
export type RecordingPhase = (typeof recordingPhases)[number];

/** What the machine has learnt of a call, as plain JSON. */
export type CallContext = CallInput & {
  conferenceSid: string | null;
  /** Of a call we place, as soon as the number is dialled. */
  dialledSid: string | null;
  dialFailed: DialFailure | null;
  offered: Offered;
  waitingUntil: number;
  /** When another department is rung besides, and which one since then. */
  overflowAt: number | null;
  overflowsTo: string | null;
  claim: Claim | null;
  joinedAt: number | null;
  answeredAt: number | null;
  /** Legs that left: a label joins and leaves once, so whatever is told of it later is old. */
  goneLegs: string[];
  /** What we ordered last. */
  isHeld: boolean;
  /** Since when the caller hears music by the last order. */
  heldSince: number | null;
  /** The person on the line has their microphone off. */
  isMuted: boolean;
  /** The recording of the conversation, by the last order; null before anybody of ours is on the line, and for a line without. */
  recording: { phase: RecordingPhase; since: number } | null;
  consult: Consult | null;
  /** How the last consultation failed, until the next order to the line. */
  consultFailed: {
    reason: ConsultFailure;
    departmentId: string;
    employeeId: string | null;
    number: string | null;
  } | null;
  /** Who of ours is in the conversation besides the person on the line (S5). */
  supervision: Supervision | null;
  /** The person on the line has asked for help, and nobody has come yet. */
  help: HelpRequest | null;
  /** An outside number that has the caller, with nobody of ours on the line. */
  outside: { label: string; number: string; joinedAt: number } | null;
  /** Who leads the conversation by the call script. */
  ownerId: string | null;
  /** What the next person on the line goes on after. */
  goesOnAfter: 'drop' | 'handOver' | null;
  isHandedOver: boolean;
  /** Who took the call over and gave it to others, or whose line broke off then; it comes back to them when nobody has it. */
  transferredBy: { employeeId: string; departmentId: string } | null;
  isEnding: boolean;
  endedAt: number | null;
  endedBy: 'caller' | 'employee' | 'system' | null;
};

export function beginContext({
  admission,
  clientDepartmentId,
  times,
  arrivedAt,
  isRecorded = false,
  overflow = null,
  placed = null,
}: CallInput): CallContext {
  return {
    admission,
    clientDepartmentId,
    times,
    arrivedAt,
    isRecorded,
    overflow,
    placed,
    dialledSid: null,
    dialFailed: null,
    conferenceSid: null,
    offered: {
      round: 0,
      purpose: 'inbound',
      departmentId: placed?.departmentId ?? clientDepartmentId,
      employeeId: null,
      endsAt: arrivedAt,
    },
    waitingUntil: arrivedAt,
    overflowAt: null,
    overflowsTo: null,
    claim: null,
    joinedAt: null,
    answeredAt: null,
    goneLegs: [],
    isHeld: false,
    heldSince: null,
    isMuted: false,
    recording: null,
    consult: null,
    consultFailed: null,
    supervision: null,
    help: null,
    outside: null,
    ownerId: placed?.employeeId ?? null,
    goesOnAfter: null,
    isHandedOver: false,
    transferredBy: null,
    isEnding: false,
    endedAt: null,
    endedBy: null,
  };
}
