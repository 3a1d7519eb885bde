import { type Call, hasEnded } from '../line/call.ts';
import type { Line } from '../line/line.ts';
import {
  type CallRecording,
  currentRecording,
  isCallRecording,
  isOpen,
  pauseRecording,
  recordCall,
  resumeRecording,
} from '../line/record-call.ts';
import type { Form } from './form.ts';
import { pageOf } from './page-of.ts';
import { callRecordingResource } from './recordings.ts';
import { notFound, RestError } from './rest-error.ts';

const TRACKS = ['inbound', 'outbound', 'both'] as const;

/** Begins to record a call, one recording at a time. Throws 21220 for a call that is not in progress or recorded already. */
export function createCallRecording(line: Line, call: Call, form: Form): Record<string, unknown> {
  if (hasEnded(call) || call.answeredAt === null || currentRecording(line, call))
    throw new RestError(400, 21220, 'Requested resource is not eligible for recording');
  const track = TRACKS.find((each) => each === (form.text('RecordingTrack') ?? 'both'));
  const channels = form.text('RecordingChannels') ?? 'dual';
  if (!track) throw new RestError(400, 20001, 'Invalid parameter RecordingTrack');
  if (channels !== 'dual') throw new RestError(400, 20001, 'This line records two channels only');
  const statusCallback = form.callback('RecordingStatusCallback', ['completed']);
  return callRecordingResource(line, recordCall(line, call, { track, statusCallback }));
}

/** A recording of a call, by its SID or as `Twilio.CURRENT`. Throws 20404. */
export function findCallRecording(line: Line, call: Call, key: string, path: string): CallRecording {
  const found = key === 'Twilio.CURRENT' ? currentRecording(line, call) : line.recordings.get(key);
  if (!found || !isCallRecording(found) || found.callSid !== call.sid) throw notFound(path);
  return found;
}

/** Pauses, goes on or stops. Throws 21220 when it is over. */
export function updateCallRecording(
  line: Line,
  recording: CallRecording,
  form: Form,
): Record<string, unknown> {
  if (!isOpen(recording)) throw new RestError(400, 21220, 'The recording is over');
  const behavior = form.text('PauseBehavior') ?? 'silence';
  switch (form.text('Status')) {
    case 'paused':
      if (behavior !== 'silence' && behavior !== 'skip')
        throw new RestError(400, 20001, `Invalid parameter PauseBehavior: ${behavior}`);
      pauseRecording(line, recording, behavior);
      break;
    case 'in-progress':
      resumeRecording(line, recording);
      break;
    case 'stopped':
      recording.stop();
      break;
    default:
      throw new RestError(400, 20001, 'Invalid parameter Status');
  }
  return callRecordingResource(line, recording);
}

export function listCallRecordings(
  line: Line,
  call: Call,
  path: string,
  query: URLSearchParams,
): Record<string, unknown> {
  const rows = [...line.recordings.values()]
    .filter(isCallRecording)
    .filter(({ callSid }) => callSid === call.sid)
    .reverse();
  return pageOf(
    path,
    query,
    'recordings',
    rows.map((recording) => callRecordingResource(line, recording)),
  );
}
