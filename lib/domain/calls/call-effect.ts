import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';

export type OfferPurpose = 'inbound' | 'handOver' | 'resume';

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
      conferenceSid: string;
      /** How long the phone may ring. */
      timeoutSeconds: number;
    }
  | { type: 'hold'; conferenceSid: string }
  | { type: 'unhold'; conferenceSid: string }
  /** Takes a leg out of the room. */
  | { type: 'removeLeg'; conferenceSid: string; label: string }
  /** Ends a leg that may still be ringing. */
  | { type: 'dropLeg'; generation: number; label: string }
  | { type: 'endCall' }
  | { type: 'apologise' }
  | { type: 'recordJoin'; generation: number; at: number; legCallSid: string | null }
  | { type: 'recordLeave'; label: string; at: number }
  | { type: 'recordRelease'; generation: number; at: number; reason: string }
  /** Somebody of the client department is on the line: the call script begins, or goes on after a drop or a failed hand-over. */
  | { type: 'converse'; employeeId: string; after: 'drop' | 'handOver' | null }
  | { type: 'answerHandOver'; employeeId: string }
  | { type: 'failHandOver'; reason: 'declined' | 'notTaken' }
  /** Time to finish what a call left to write: no other call is offered to them until then. */
  | { type: 'beginAfterCall'; employeeId: string; until: number }
  | { type: 'close'; now: number; hadConversation: boolean };
