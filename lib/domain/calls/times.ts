import { z } from 'zod';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';

/** How long the number of a call we place may ring. */
export const dialSeconds = 45;

const seconds = z.int().min(5).max(3600);

/** Twilio lets a phone ring about five seconds longer than it is told; the rest is for the join to be heard of. */
const stopsRingingBeforeSeconds = 10;

/** Bounds between which Twilio can ring a phone (5 to 600 s) for the whole of a claim but its end. */
export const claimSecondsRange = { min: 15, max: 600 };

/** How long the phone of who took a call may ring, so that it has stopped before the claim's lease is over. */
export const ringSecondsOf = ({ claimSeconds }: Pick<CallTimes, 'claimSeconds'>) =>
  claimSeconds - stopsRingingBeforeSeconds;

/** A browser dials in by itself and needs no ringing: who took a call in it must be on the line by then (S1). */
const browserClaimSeconds = 12;

/** A telephone has to be rung and picked up: who took a call by it must be on the line by then, unless it is set otherwise (S1). */
const phoneClaimSeconds = 30;

/** The times of a call (IN-11), settings under the key `times`. A running call keeps the ones it began with. */
export const callTimesSchema = z.object({
  /** One round of ringing at every available employee. */
  offerSeconds: seconds.default(30),
  /** After so much waiting the caller hears words and the call ends. */
  waitingSeconds: seconds.default(120),
  /** A hand-over nobody takes in this time returns (IN-10). */
  handOverSeconds: seconds.default(25),
  /** A returned call is offered this long to the manager it came from, before everybody gets it. */
  returnSeconds: seconds.default(30),
  /** A call whose employee's line dropped is offered this long to the same person. */
  resumeSeconds: seconds.default(20),
  /** Who took a call by telephone must be on the line by then. */
  claimSeconds: z.int().min(claimSecondsRange.min).max(claimSecondsRange.max).default(phoneClaimSeconds),
  /** A call without any event for so long is looked up at the phone provider. */
  silenceSeconds: seconds.default(60),
  /** Working time until a missed call must be called back. */
  missedCallSeconds: z.int().min(60).max(86_400).default(900),
  /** After a call its employee is offered no other for so long, unless they say they are ready; 0: at once. */
  afterCallSeconds: z.int().min(0).max(3600).default(0),
});

export type CallTimes = z.infer<typeof callTimesSchema>;

export const defaultCallTimes: CallTimes = callTimesSchema.parse({});

/** The stored times; what is missing or unreadable is the default. */
export function readCallTimes(stored: unknown): CallTimes {
  const parsed = callTimesSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaultCallTimes;
}

/** Twilio rings about five seconds longer than it is told; then it tells. */
export const heardWithinMs = 10_000;

/** How long a claim is good for before its telephone must have joined. */
export const claimSecondsOf = (times: CallTimes, phoneKind?: PhoneKind) =>
  phoneKind === 'browser' ? browserClaimSeconds : times.claimSeconds;
