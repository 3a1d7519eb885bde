import type { PhoneKind } from '@/lib/domain/employees/work-phone';
import type { OfferPurpose } from './call-effect';
import type { CallTimes } from './times';

/** How a call is let in: to the department, or turned away outside its hours or from a blocked number. */
export type Admission = 'open' | 'closedHours' | 'blocked';

export type CallInput = {
  admission: Admission;
  clientDepartmentId: string;
  times: CallTimes;
  arrivedAt: number;
};

export type Offered = {
  round: number;
  purpose: OfferPurpose;
  departmentId: string;
  /** One person, or everybody available in the department. */
  employeeId: string | null;
  endsAt: number;
};

export type Claim = {
  employeeId: string;
  generation: number;
  label: string;
  expiresAt: number;
  /** A browser dials in by itself; without a word it is a telephone that we ring. */
  phoneKind?: PhoneKind;
};

/** What the machine has learnt of a call, as plain JSON. */
export type CallContext = CallInput & {
  conferenceSid: string | null;
  offered: Offered;
  waitingUntil: number;
  claim: Claim | null;
  joinedAt: number | null;
  answeredAt: number | null;
  /** Legs that left: a label joins and leaves once, so whatever is told of it later is old. */
  goneLegs: string[];
  /** What we ordered last. */
  isHeld: boolean;
  /** What the provider said last, by its own order. */
  heardHold: { sequence: number; isHeld: boolean } | null;
  /** Who leads the conversation by the call script. */
  ownerId: string | null;
  /** What the next person on the line goes on after. */
  goesOnAfter: 'drop' | 'handOver' | null;
  isHandedOver: boolean;
  isEnding: boolean;
  endedAt: number | null;
  endedBy: 'caller' | 'employee' | 'system' | null;
};

export function beginContext({ admission, clientDepartmentId, times, arrivedAt }: CallInput): CallContext {
  return {
    admission,
    clientDepartmentId,
    times,
    arrivedAt,
    conferenceSid: null,
    offered: {
      round: 0,
      purpose: 'inbound',
      departmentId: clientDepartmentId,
      employeeId: null,
      endsAt: arrivedAt,
    },
    waitingUntil: arrivedAt,
    claim: null,
    joinedAt: null,
    answeredAt: null,
    goneLegs: [],
    isHeld: false,
    heardHold: null,
    ownerId: null,
    goesOnAfter: null,
    isHandedOver: false,
    isEnding: false,
    endedAt: null,
    endedBy: null,
  };
}
