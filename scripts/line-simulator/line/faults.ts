export type CallbackEffect = 'duplicate' | 'reorder' | 'drop' | 'delay';

export type CallbackFault = {
  /** `all`, `call`, `conference`, or one event: `participant-join`, `completed` … */
  kind: string;
  effect: CallbackEffect;
  /** How many callbacks it still applies to; null: every one. */
  times: number | null;
  delayMs?: number;
  copies?: number;
  /** The idempotency token of the copies. */
  token?: 'same' | 'new' | 'none';
};

/** `10004` and `16021` are Twilio's limits of calls and of conference participants at a time. */
export type RestEffect = '429' | '10004' | '16021' | '500' | 'timeout' | 'lost-answer';

export type RestFault = {
  /** `all`, a method, or a method and an ending of the path: `POST /Participants.json`. */
  match: string;
  effect: RestEffect;
  times: number | null;
};

/** What is done to a browser's message, before it is looked at. */
export type SignalFault = { message: 'all' | 'listen' | 'register' | 'invite'; times: number | null } & (
  | { effect: 'ignore' }
  | { effect: 'delay'; delayMs: number }
  /** Answered by an error of that code. */
  | { effect: 'refuse'; code: number }
);

export type Behaviours = {
  /** Whether `<Dial action>` is requested although the caller hung up first: Twilio does not say. */
  dialActionAfterCallerHangUp: boolean;
  /** Whether conference-end is sent for a room that never started: Twilio does not say. */
  conferenceEndWithoutStart: boolean;
  /** Whether the file of a recording can be fetched only some time after its callback: Twilio does not say. */
  recordingFileAfterCallback: boolean;
  /** Whether somebody left alone in a room that has begun hears its waiting music again, or nothing: Twilio does not say. */
  musicWhenLeftAlone: boolean;
  /** Whether a room's requests for music name the call they are for: Twilio does not say. */
  musicRequestsNameCall: boolean;
  /** For how long a browser's sound must be missing until its leg counts as gone: Twilio does not say. */
  browserGoneAfterMs: number;
  /** Calls the account may have at a time; null: no limit. */
  callsAtOnce: number | null;
  /** Whether a leg that only rings counts among them: Twilio does not say. */
  ringingCallsCount: boolean;
  /** Calls placed over REST per second; null: no limit. Twilio's default is 1. */
  restCallsPerSecond: number | null;
};

export type Faults = {
  callbacks: CallbackFault[];
  rest: RestFault[];
  signalling: SignalFault[];
  behaviours: Behaviours;
};

export function noFaults(): Faults {
  return {
    callbacks: [],
    rest: [],
    signalling: [],
    behaviours: {
      dialActionAfterCallerHangUp: true,
      conferenceEndWithoutStart: true,
      recordingFileAfterCallback: false,
      musicWhenLeftAlone: false,
      musicRequestsNameCall: false,
      browserGoneAfterMs: 5_000,
      callsAtOnce: null,
      ringingCallsCount: true,
      restCallsPerSecond: null,
    },
  };
}

/** Takes one use of the first fault that matches; a fault used up disappears. */
export function takeFault<F extends { times: number | null }>(
  faults: F[],
  matches: (fault: F) => boolean,
): F | null {
  const index = faults.findIndex(matches);
  const fault = faults[index];
  if (!fault) return null;
  if (fault.times !== null && --fault.times <= 0) faults.splice(index, 1);
  return fault;
}
