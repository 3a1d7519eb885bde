import { type Call, durationSeconds } from './call.ts';
import { callParameters } from './call-parameters.ts';
import type { Line } from './line.ts';
import { sendCallback } from './send-callback.ts';
import { twilioDate } from './twilio-date.ts';

export type ProgressEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** Sends a call progress callback when the call's owner asked for this event. */
export function reportProgress(line: Line, call: Call, event: ProgressEvent): void {
  const wanted = call.statusCallback;
  if (!wanted?.events.includes(event)) return;
  const now = line.clock.now();
  const parameters: Record<string, string> = {
    ...callParameters(line, call),
    CallStatus: event === 'initiated' ? 'initiated' : call.status,
    CallbackSource: 'call-progress-events',
    SequenceNumber: String(call.sequenceNumber++),
    Timestamp: twilioDate(now),
  };
  if (event === 'completed') {
    const seconds = durationSeconds(call, now);
    parameters.CallDuration = String(seconds);
    parameters.Duration = String(Math.ceil(seconds / 60));
    parameters.SipResponseCode = SIP_CODES[call.status] ?? '200';
  }
  sendCallback(line, {
    family: 'call',
    event,
    address: wanted.address,
    method: wanted.method,
    parameters,
    callSid: call.sid,
  });
}

const SIP_CODES: Record<string, string> = { busy: '486', 'no-answer': '487', canceled: '487', failed: '404' };
