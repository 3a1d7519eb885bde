import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import type { TalksTo } from './call-context';
import type { SupervisionMode } from './supervision';

/** An order to the recording of the conversation. */
export type RecordingOrder = 'startRecording' | 'pauseRecording' | 'resumeRecording';

/**
 * What happens to a call, in our words. `at`: when it happened, epoch ms by the provider's clock for its facts; `now`: when
 * we learnt of it, by our own. An employee's leg is known by its label.
 */
export type CallEvent = { at: number; now: number } & (
  | { type: 'caller.joined'; conferenceSid: string; callSid?: string }
  /** The number we place a call to is being dialled: its leg has a sid. */
  | { type: 'caller.rings'; callSid: string }
  /** The provider would not dial it. */
  | { type: 'caller.notDialled'; reason: string }
  /** Nothing was heard of the dialled number in time. */
  | { type: 'dial.lapsed'; generation: number }
  | { type: 'caller.left' }
  /** Kept for the review; whether music plays is asked of the provider (S9). */
  | { type: 'caller.held'; sequence: number }
  | { type: 'caller.unheld'; sequence: number }
  | { type: 'conference.started'; conferenceSid: string }
  | { type: 'conference.ended' }
  | { type: 'call.completed'; status: string }
  | { type: 'employee.joined'; label: string; conferenceSid: string; legCallSid: string }
  /** `endsCall`: the conversation was at or past its closing words, so that hanging up ends the call. */
  | { type: 'employee.left'; label: string; endsCall: boolean }
  | { type: 'employee.notReached'; label: string; reason: string }
  | { type: 'employee.claimed'; employeeId: string; generation: number; phoneKind?: PhoneKind }
  /** Whoever gave the caller away has them back before anybody took them. */
  | { type: 'employee.tookBack'; employeeId: string; generation: number; phoneKind?: PhoneKind }
  | { type: 'employee.handedOver'; departmentId: string; employeeId: string | null }
  /** Passed on by who took a hand-over; `fromDepartmentId` is their own department. */
  | {
      type: 'employee.transferred';
      departmentId: string;
      employeeId: string | null;
      fromDepartmentId: string;
    }
  | { type: 'employee.endedCall' }
  | { type: 'employee.heldCaller' }
  | { type: 'employee.resumedCaller' }
  | { type: 'employee.muted' }
  | { type: 'employee.unmuted' }
  /** The provider would not: what was ordered is not so. */
  | { type: 'call.notChanged'; order: 'hold' | 'unhold' | 'mute' | 'unmute' }
  | { type: 'employee.pausedRecording' }
  | { type: 'employee.resumedRecording' }
  | { type: 'recording.started' }
  /** The provider would not: what was ordered of the recording is not so. */
  | { type: 'recording.notChanged'; order: RecordingOrder }
  /** `completesOnAnswer`: the colleague keeps the caller as soon as they are on the line. */
  | {
      type: 'consult.asked';
      departmentId: string;
      employeeId: string | null;
      completesOnAnswer?: boolean;
    }
  /** An outside number, E.164, is rung into the room. */
  | { type: 'consult.dialled'; number: string; generation: number }
  | { type: 'outside.rings'; label: string; legCallSid: string }
  | { type: 'outside.joined'; label: string; conferenceSid: string; legCallSid: string }
  | { type: 'outside.left'; label: string }
  | { type: 'outside.notReached'; label: string; reason: string }
  | { type: 'consult.claimed'; employeeId: string; generation: number; phoneKind?: PhoneKind }
  | { type: 'consult.lapsed'; round: number }
  | { type: 'consult.turned'; talksTo: TalksTo }
  /** The provider would not: whoever is asked still hears, or does not hear, music. */
  | { type: 'consult.notTurned'; label: string; order: 'hold' | 'unhold' }
  | { type: 'consult.completed' }
  | { type: 'consult.cancelled' }
  /** The colleague leaves the caller to whoever asked. */
  | { type: 'consult.left' }
  | { type: 'employee.askedForHelp'; words: string }
  | { type: 'employee.withdrewHelp' }
  | {
      type: 'supervisor.began';
      employeeId: string;
      generation: number;
      mode: SupervisionMode;
      phoneKind: PhoneKind;
    }
  | { type: 'supervisor.changedMode'; employeeId: string; mode: SupervisionMode }
  | { type: 'supervisor.left'; employeeId: string }
  | { type: 'supervisor.takesOver'; employeeId: string }
  | { type: 'supervision.lapsed'; generation: number }
  /** The provider did as it was told. */
  | { type: 'supervision.changed'; label: string; mode: SupervisionMode }
  /** The provider would not: they are still heard as before. */
  | { type: 'supervision.notChanged'; label: string; mode: SupervisionMode; before: SupervisionMode }
  /** The provider would not end the call: it can be ordered again, and a line that drops is a drop again. */
  | { type: 'call.notEnded' }
  | { type: 'claim.lapsed'; generation: number }
  /** `managerIsFree`: the manager the call came from can be offered it again (IN-10). */
  | { type: 'offer.lapsed'; round: number; managerIsFree: boolean }
  | { type: 'offer.declined'; round: number; managerIsFree: boolean }
  | { type: 'waiting.lapsed' }
  /** The caller has waited so long that another department is rung besides. */
  | { type: 'overflow.lapsed'; round: number }
);

type Untimed<Event> = Event extends unknown ? Omit<Event, 'at' | 'now'> : never;
/** A call event before its times are known. */
export type CallHappening = Untimed<CallEvent>;

/** What the phone provider tells beside: kept with the call, changing nothing. */
export type CallRemark = {
  type:
    | 'caller.endedMessage'
    | 'call.fellBack'
    | 'call.progressed'
    | 'employee.dialledIn'
    | 'employee.legProgressed'
    | 'participant.changed'
    | 'conference.changed'
    | 'conversation.recorded';
  [detail: string]: unknown;
};

/** One fact of the provider, read from a signed request. */
export type CallFact = {
  /** Two requests with the same key tell the same fact. */
  dedupeKey: string;
  callId: string | null;
  callSid: string | null;
  sequenceNumber: number | null;
  occurredAt: number;
  event: CallHappening | CallRemark;
};

const happenings: ReadonlySet<string> = new Set<CallEvent['type']>([
  'caller.joined',
  'caller.left',
  'caller.held',
  'caller.unheld',
  'conference.started',
  'conference.ended',
  'call.completed',
  'employee.joined',
  'employee.left',
  'employee.notReached',
  'outside.joined',
  'outside.left',
  'outside.notReached',
]);

/** Whether it may change the call; a remark never does. */
export const isHappening = (event: CallHappening | CallRemark): event is CallHappening =>
  happenings.has(event.type);
