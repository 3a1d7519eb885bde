import type { SupervisionMode } from './supervision';

/** What a line is told to do, in our words. */
export type CallAnswer =
  /** `announcement`: said before anything else; null where nothing is recorded. */
  | { kind: 'room'; callId: string; announcement: string | null }
  /** An employee's own leg goes to the caller's room. `opensRoom`: it is the first there, on a call they place. */
  | { kind: 'employeeRoom'; callId: string; label: string; opensRoom: boolean }
  /** A browser tries its line: music for some seconds, then we hang up. */
  | { kind: 'lineCheck' }
  /** Whoever supervises goes there, heard by whom `mode` says; `coachCallSid` is the employee's leg (S5). */
  | {
      kind: 'supervisorRoom';
      callId: string;
      label: string;
      mode: SupervisionMode;
      coachCallSid: string | null;
    }
  /** `greeting`: said before what the caller may expect. */
  | { kind: 'closed'; greeting: string; canCallBack: boolean }
  /** They may leave a message before we hang up (S6). */
  | { kind: 'message'; callId: string; why: string; invitation: string }
  /** Nobody of ours is on the line that a called party answered. */
  | { kind: 'excuse' }
  /** To whom we called, alone, in their room; null says nothing. */
  | { kind: 'announcement'; words: string | null }
  | { kind: 'rejected' }
  | { kind: 'apology'; words: string }
  | { kind: 'hangUp' };

/** Writes an answer in the phone provider's language. */
export type RenderAnswer = (answer: CallAnswer) => string;
