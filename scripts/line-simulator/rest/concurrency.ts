import { hasEnded } from '../line/call.ts';
import type { Line } from '../line/line.ts';
import { RestError } from './rest-error.ts';

/** Twilio's words for too many calls at a time, of the account and of its rooms. */
export const CONCURRENCY_MESSAGES = {
  10004: 'Call concurrency limit exceeded',
  16021: 'Failed to join conference due to account concurrency limit exceeded',
};

/** Throws 429 when the account has as many calls as it may have at a time. */
export function checkConcurrency(line: Line, code: keyof typeof CONCURRENCY_MESSAGES): void {
  const { callsAtOnce, ringingCallsCount } = line.faults.behaviours;
  if (callsAtOnce === null) return;
  const counted = [...line.calls.values()].filter(
    (call) => !hasEnded(call) && (ringingCallsCount || call.answeredAt !== null),
  );
  if (counted.length >= callsAtOnce) throw new RestError(429, code, CONCURRENCY_MESSAGES[code]);
}
