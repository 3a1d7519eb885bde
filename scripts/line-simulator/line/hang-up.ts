import type { Call } from './call.ts';
import { endCall } from './end-call.ts';
import type { Line } from './line.ts';

/** The person at this end puts the receiver down. */
export function hangUp(line: Line, call: Call): void {
  const isUnanswered = call.answeredAt === null;
  const status = !isUnanswered ? 'completed' : call.direction === 'inbound' ? 'no-answer' : 'canceled';
  endCall(line, call, status, 'participant_hung_up');
}
