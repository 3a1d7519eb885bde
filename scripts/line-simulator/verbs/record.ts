import { pause } from '../clock/clock.ts';
import { hear } from '../line/hear.ts';
import { reportToDebugger } from '../line/line.ts';
import { sendCallback } from '../line/send-callback.ts';
import { twilioDate } from '../line/twilio-date.ts';
import type { XmlElement } from '../twiml/xml.ts';
import { absolute, type Next, type Scope, sourceAt } from './scope.ts';

const MAX_SECONDS = 3_600;
// A person who leaves a message and says no more; the silence that ends a recording is not simulated.
const SPEAKS_MS = 15_000;
const FILE_READY_AFTER_MS = 1_000;

/** Records until a key, the longest length, or the end of what the caller has to say. */
export async function record(scope: Scope, verb: XmlElement): Promise<Next> {
  const { line, call, signal } = scope;
  const { attributes } = verb;
  const finish = attributes.finishOnKey ?? '1234567890*#';
  const recordingSid = line.newSid('RE');
  const startedAt = line.clock.now();
  const key = new AbortController();
  let pressed = '';
  call.takeDigits = (digits) => {
    pressed = [...digits].find((digit) => finish.includes(digit)) ?? '';
    if (pressed) key.abort();
  };
  hear(line, call, 'record', '', 'Record');

  const finished = (digits: string) => {
    call.takeDigits = null;
    const seconds = Math.round((line.clock.now() - startedAt) / 1000);
    if (seconds > 0) {
      line.recordings.set(recordingSid, {
        sid: recordingSid,
        callSid: call.sid,
        startedAt,
        seconds,
        readyAt: line.clock.now() + FILE_READY_AFTER_MS,
      });
    }
    reportRecording(scope, verb, recordingSid, startedAt, seconds);
    return {
      RecordingSid: recordingSid,
      RecordingUrl: recordingUrl(scope, recordingSid),
      RecordingDuration: String(seconds),
      Digits: digits,
    };
  };
  const longestMs = Math.min(SPEAKS_MS, Number(attributes.maxLength ?? MAX_SECONDS) * 1000);
  try {
    await pause(line.clock, longestMs, AbortSignal.any([signal, key.signal]));
  } catch (error) {
    if (signal.aborted) {
      finished('hangup');
      throw error;
    }
    if (!key.signal.aborted) throw error;
  }
  const result = finished(pressed);
  if (attributes.action === undefined && scope.baseUrl === null) {
    reportToDebugger(
      line,
      { code: 11100, message: 'Record: an action URL is needed' },
      { callSid: call.sid },
    );
    return 'end';
  }
  return sourceAt(scope, attributes.action ?? '', attributes.method, result) ?? 'end';
}

function recordingUrl(scope: Scope, sid: string): string {
  const { settings } = scope.line;
  return `http://127.0.0.1:${settings.port}/2010-04-01/Accounts/${settings.accountSid}/Recordings/${sid}`;
}

function reportRecording(
  scope: Scope,
  verb: XmlElement,
  sid: string,
  startedAt: number,
  seconds: number,
): void {
  const { line, call } = scope;
  const { attributes } = verb;
  const address = attributes.recordingStatusCallback
    ? absolute(scope, attributes.recordingStatusCallback)
    : null;
  const events = (attributes.recordingStatusCallbackEvent ?? 'completed').split(/\s+/);
  const status = seconds > 0 ? 'completed' : 'absent';
  if (!address || !events.includes(status)) return;
  line.clock.after(FILE_READY_AFTER_MS, () =>
    sendCallback(line, {
      family: 'recording',
      event: `recording-${status}`,
      address,
      method: attributes.recordingStatusCallbackMethod === 'GET' ? 'GET' : 'POST',
      callSid: call.sid,
      parameters: {
        AccountSid: line.settings.accountSid,
        CallSid: call.sid,
        RecordingSid: sid,
        RecordingUrl: recordingUrl(scope, sid),
        RecordingStatus: status,
        RecordingDuration: String(seconds),
        RecordingChannels: '1',
        RecordingStartTime: twilioDate(startedAt),
        RecordingSource: 'RecordVerb',
      },
    }),
  );
}
