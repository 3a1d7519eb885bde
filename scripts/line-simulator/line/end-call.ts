import { type Call, type CallStatus, hasEnded } from './call.ts';
import { callParameters } from './call-parameters.ts';
import { reportProgress } from './call-progress.ts';
import type { LeaveReason } from './conference.ts';
import { hear } from './hear.ts';
import { leaveConference } from './leave-conference.ts';
import type { Line } from './line.ts';

const callOver = new Error('The call is over');

/** Puts an answered call in progress; says so once. */
export function answerCall(line: Line, call: Call): void {
  if (call.answeredAt !== null || hasEnded(call)) return;
  call.answeredAt = call.updatedAt = line.clock.now();
  call.status = 'in-progress';
  line.journal.write({
    kind: 'call',
    text: `${call.from || '—'} → ${call.to}: in-progress`,
    callSid: call.sid,
  });
  reportProgress(line, call, 'answered');
  for (const listener of call.onAnswered) listener();
  call.onAnswered.clear();
}

/** Ends a call from whatever state it is in, exactly once: room, TwiML, callbacks. */
export function endCall(
  line: Line,
  call: Call,
  status: Extract<CallStatus, 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled'>,
  reason: LeaveReason = 'participant_hung_up',
): void {
  if (hasEnded(call)) return;
  call.endedAt = call.updatedAt = line.clock.now();
  call.status = status;
  call.settleRinging?.('canceled');
  if (call.participant) leaveConference(line, call.participant, reason);
  call.program?.abort(callOver);
  hear(line, call, 'ended', status);
  line.journal.write({
    kind: 'call',
    text: `${call.from || '—'} → ${call.to}: ${status}`,
    callSid: call.sid,
  });

  const action = call.pendingDialAction;
  call.pendingDialAction = null;
  if (action && reason === 'participant_hung_up' && line.faults.behaviours.dialActionAfterCallerHangUp)
    void line.request(
      { ...action, parameters: { ...callParameters(line, call), ...action.parameters } },
      { callSid: call.sid, label: 'Dial action' },
    );

  if (call.initiatedAt !== null) reportProgress(line, call, 'completed');
  for (const listener of call.onEnded) listener();
  call.onEnded.clear();
}
