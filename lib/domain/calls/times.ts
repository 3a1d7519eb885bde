import { z } from 'zod';

const seconds = z.int().min(5).max(3600);

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
  /** Who took a call must be on the line by then. */
  claimSeconds: seconds.default(30),
  /** A call without any event for so long is looked up at the phone provider. */
  silenceSeconds: seconds.default(60),
  /** Working time until a missed call must be called back. */
  missedCallSeconds: z.int().min(60).max(86_400).default(900),
});

export type CallTimes = z.infer<typeof callTimesSchema>;

export const defaultCallTimes: CallTimes = callTimesSchema.parse({});

/** The stored times; what is missing or unreadable is the default. */
export function readCallTimes(stored: unknown): CallTimes {
  const parsed = callTimesSchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : defaultCallTimes;
}
