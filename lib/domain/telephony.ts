import type { RecordingOrder } from '@/lib/domain/calls/call-event';
import type { SupervisionMode } from '@/lib/domain/calls/supervision';

/**
 * What we ask of a phone provider, as plain data: rows of the outbox. Labels name a leg inside the caller's room;
 * `caller` is always the caller's own.
 */
export type PhoneCommand =
  | {
      type: 'join';
      /** Null opens the call's room: nobody is in it yet. */
      conferenceSid: string | null;
      label: string;
      to: string;
      from: string;
      generation: number;
      timeoutSeconds: number;
    }
  /** Rings whoever supervises into the room. `coachCallSid`: the leg of the employee, who alone hears a whisper. */
  | {
      type: 'joinSupervisor';
      conferenceSid: string;
      label: string;
      to: string;
      from: string;
      generation: number;
      timeoutSeconds: number;
      mode: SupervisionMode;
      coachCallSid: string | null;
    }
  | {
      type: 'supervise';
      conferenceSid: string;
      label: string;
      mode: SupervisionMode;
      before: SupervisionMode;
      coachCallSid: string | null;
    }
  /** Rings a telephone that is not ours into the room; labelled as the caller it is whom we call, and the room ends with it. */
  | {
      type: 'dial';
      conferenceSid: string;
      label: string;
      to: string;
      from: string;
      timeoutSeconds: number;
    }
  /** The caller's leg, unless another is named. */
  | { type: 'hold'; conferenceSid: string; label?: string }
  | { type: 'unhold'; conferenceSid: string; label?: string }
  /** The caller, who waits to be answered, hears from the beginning what is played to those who wait. */
  | { type: 'wait'; conferenceSid: string }
  | { type: 'mute'; conferenceSid: string; label: string }
  | { type: 'unmute'; conferenceSid: string; label: string }
  | { type: 'removeLeg'; conferenceSid: string; label: string }
  /** Both sides of a call, each on a channel of its own. */
  | { type: 'startRecording'; callSid: string }
  | { type: 'pauseRecording'; callSid: string }
  | { type: 'resumeRecording'; callSid: string }
  | { type: 'endCall'; callSid: string }
  /** Ends a call that nobody has answered; an answered one goes on. */
  | { type: 'callOff'; callSid: string }
  /** To the caller alone, in their room: their conversation is recorded. */
  | { type: 'announce'; conferenceSid: string }
  /** `text`: how the company words an apology. */
  | { type: 'sayAndEnd'; callSid: string; words: LastWords; text?: string }
  /** The caller hears our words and may leave a message (S6). */
  | { type: 'takeMessage'; callSid: string };

export type LastWords = 'nobodyAnswered' | 'nobodyAnsweredWithheld' | 'calledOff';

/** Whether doing it twice is doing it once: no phone rings again, nothing is said again, no second recording begins. */
export const isRepeatable = ({ type }: PhoneCommand) =>
  !ringsTelephone(type) && !endsWithWords(type) && !isOfRecording(type);

/** Somebody’s telephone rings of it, once more each time it is done. */
export const ringsTelephone = (type: PhoneCommand['type']): type is 'join' | 'joinSupervisor' | 'dial' =>
  type === 'join' || type === 'joinSupervisor' || type === 'dial';

/** The caller leaves their room for our last words. */
export const endsWithWords = (type: PhoneCommand['type']) => type === 'sayAndEnd' || type === 'takeMessage';

export const isOfRecording = (type: PhoneCommand['type']): type is RecordingOrder =>
  type === 'startRecording' || type === 'pauseRecording' || type === 'resumeRecording';

/** `needsPerson`: it may or may not have happened and must not be repeated by machine. */
export type PhoneCommandState = 'pending' | 'started' | 'done' | 'failed' | 'needsPerson' | 'void';

/** How the provider answered a command. `gone`: the call or leg is already over, which is no failure. */
export type PhoneAnswer =
  | { result: 'done'; legCallSid?: string; recordingSid?: string }
  | { result: 'gone'; problem: string }
  | { result: 'retry'; problem: string; afterMs: number }
  | { result: 'unknown'; problem: string }
  | { result: 'refused'; problem: string };

/** A leg in a room, as the provider shows it now. */
export type LegState = { label: string; callSid: string; status: string; hold: boolean };

/** A recording of a call as the provider has it; `processing` and `completed` are over. */
export type RunningRecording = { recordingSid: string; status: string };

/** A call that came to a number of the account, as the provider has it; times are epoch ms. */
export type ReceivedCall = {
  callSid: string;
  from: string;
  to: string;
  status: string;
  startedAt: number;
  endedAt: number | null;
};

/** The port the dispatcher and the reconciliation need. */
export interface Telephony {
  carryOut(command: PhoneCommand, callId: string): Promise<PhoneAnswer>;
  /** The legs now in the call's room; null when the room is not there (any more). */
  legsOf(callId: string): Promise<{ conferenceSid: string; legs: LegState[] } | null>;
  /** Whether this telephone was rung for us since then (epoch ms), be it over by now. */
  hasRung(leg: { to: string; from: string; since: number }): Promise<boolean>;
  /** The recordings of a call, the latest first. */
  recordingsOf(callSid: string): Promise<RunningRecording[]>;
  /** The calls that came in since then (epoch ms), the latest first, at most `limit`. */
  receivedCalls(since: number, limit: number): Promise<ReceivedCall[]>;
  /** The provider's own word on a call. */
  callStatus(callSid: string): Promise<{ status: string; endedAt: number | null } | null>;
}
