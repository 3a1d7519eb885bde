import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { SupervisionEnd, SupervisionMode } from './supervision';

export const offerPurposes = ['inbound', 'handOver', 'resume', 'consult'] as const;
export type OfferPurpose = (typeof offerPurposes)[number];

/**
 * What a person's leg is in the room for: what they took, a call they took over from its person while they talked (S5), or
 * one they place.
 */
export const claimPurposes = [...offerPurposes, 'takeOver', 'outbound'] as const;
export type ClaimPurpose = (typeof claimPurposes)[number];

/** What follows from an event of a call, as data: rows and commands that the operation writes in the same transaction. */
export type CallEffect =
  | {
      type: 'offer';
      round: number;
      purpose: OfferPurpose;
      departmentId: string;
      /** One person, or everybody available in the department. */
      employeeId: string | null;
      endsAt: number;
    }
  | { type: 'endOffers'; outcome: 'lapsed' | 'withdrawn' }
  | { type: 'setDeadline'; kind: DeadlineKind; generation: number; dueAt: number }
  | { type: 'withdrawDeadlines'; kinds: DeadlineKind[] }
  | {
      type: 'join';
      employeeId: string;
      generation: number;
      label: string;
      /** Null opens the room: the call is placed by this person. */
      conferenceSid: string | null;
      /** How long the phone may ring. */
      timeoutSeconds: number;
    }
  /** Rings the telephone of whoever supervises into the room. */
  | {
      type: 'joinSupervisor';
      employeeId: string;
      generation: number;
      label: string;
      mode: SupervisionMode;
      conferenceSid: string;
      timeoutSeconds: number;
    }
  /** By whom a supervisor is heard. `before`: by whom they were until now. */
  | {
      type: 'supervise';
      conferenceSid: string;
      label: string;
      mode: SupervisionMode;
      before: SupervisionMode;
    }
  /** Ends the leg of a supervisor that may still be ringing. */
  | { type: 'dropSupervisor'; generation: number }
  | {
      type: 'recordSupervision';
      generation: number;
      employeeId: string;
      label: string;
      mode: SupervisionMode;
      phoneKind: PhoneKind;
      at: number;
      expiresAt: number;
    }
  | { type: 'recordSupervisorJoin'; generation: number; at: number; legCallSid: string | null }
  | { type: 'recordSupervisionMode'; generation: number; mode: SupervisionMode; at: number }
  | { type: 'recordSupervisionEnd'; generation: number; at: number; reason: SupervisionEnd }
  /** The supervisor has the call from now on, by the leg they have. */
  | {
      type: 'takeClaimOver';
      generation: number;
      employeeId: string;
      label: string;
      phoneKind: PhoneKind;
      isHandedOver: boolean;
    }
  /** Music for a leg: the caller's, unless another is named. */
  | { type: 'hold'; conferenceSid: string; label?: string }
  | { type: 'unhold'; conferenceSid: string; label?: string }
  | { type: 'mute'; conferenceSid: string; label: string }
  | { type: 'unmute'; conferenceSid: string; label: string }
  /** Takes a leg out of the room. */
  | { type: 'removeLeg'; conferenceSid: string; label: string }
  /** The number of a call that is not placed any more shall ring no longer. */
  | { type: 'callOff' }
  /** The caller's words are due: nobody of ours is on the line they answered. */
  | { type: 'excuse' }
  /** Rings an outside number into the room; labelled as the caller, whom the call is placed to. */
  | { type: 'dial'; conferenceSid: string; label: string; number: string; timeoutSeconds: number }
  /** Tells whom we called that the conversation is recorded, before it is. */
  | { type: 'announce'; conferenceSid: string }
  /** The conversation, on the caller's own leg: one side each for the caller and for what they hear. */
  | { type: 'startRecording' }
  | { type: 'pauseRecording' }
  | { type: 'resumeRecording' }
  | { type: 'endLeg'; callSid: string }
  /** Ends a leg that may still be ringing. */
  | { type: 'dropLeg'; generation: number }
  | { type: 'endCall' }
  | { type: 'apologise' }
  | { type: 'recordJoin'; generation: number; at: number; legCallSid: string | null }
  | { type: 'recordLeave'; label: string; at: number }
  | { type: 'recordRelease'; generation: number; at: number; reason: string }
  /** Somebody of the client department is on the line: the call script begins, or goes on after a drop or a failed hand-over. */
  | { type: 'converse'; employeeId: string; after: 'drop' | 'handOver' | null }
  | { type: 'answerHandOver'; employeeId: string }
  /** A colleague who was asked for advice keeps the caller; `leavesConversation`: whoever led it is not on the line any more (IN-6). */
  | { type: 'passOn'; generation: number; leavesConversation: boolean }
  /** Somebody of ours has a caller whose conversation by the call script is behind them. */
  | { type: 'takeOver'; generation: number }
  | { type: 'failHandOver'; reason: 'declined' | 'notTaken' | 'takenBack' }
  /** Time to finish what a call left to write: no other call is offered to them until then. */
  | { type: 'beginAfterCall'; employeeId: string; until: number }
  | { type: 'close'; now: number; hadConversation: boolean };
