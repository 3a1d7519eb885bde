import type { Line, Recording } from '../line/line.ts';
import { type CallRecording, callRecordingWav, isCallRecording } from '../line/record-call.ts';
import { twilioDate } from '../line/twilio-date.ts';
import { recordedWav } from '../verbs/recorded-wav.ts';
import { notFound } from './rest-error.ts';

const TONE_HZ = 440;

/** The recording, once its file is ready. Throws 20404. */
export function findRecording(line: Line, sid: string, path: string): Recording {
  const recording = line.recordings.get(sid);
  if (!recording || recording.readyAt > line.clock.now()) throw notFound(path);
  return recording;
}

/** The sound of a recording: of a message a hum, of a call what was said in it. */
export const recordingSound = (recording: Recording): Buffer =>
  isCallRecording(recording) ? callRecordingWav(recording) : recordedWav(recording.seconds, TONE_HZ);

/** A recording of a call beneath its call. */
export function callRecordingResource(line: Line, recording: CallRecording): Record<string, unknown> {
  const { accountSid } = line.settings;
  const { sid, callSid, startedAt, status, seconds, channels, source, track } = recording;
  const isOver = status === 'completed' || status === 'absent';
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: callSid,
    conference_sid: null,
    channels,
    date_created: twilioDate(startedAt),
    date_updated: twilioDate(line.clock.now()),
    start_time: twilioDate(startedAt),
    duration: isOver ? String(seconds) : null,
    sid,
    price: null,
    price_unit: 'USD',
    status,
    source,
    track,
    error_code: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}/Recordings/${sid}.json`,
    encryption_details: null,
  };
}

export function recordingResource(line: Line, recording: Recording): Record<string, unknown> {
  const { accountSid } = line.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    conference_sid: null,
    channels: isCallRecording(recording) ? recording.channels : 1,
    date_created: twilioDate(recording.startedAt),
    date_updated: twilioDate(recording.readyAt),
    start_time: twilioDate(recording.startedAt),
    duration: String(recording.seconds),
    sid: recording.sid,
    price: null,
    price_unit: 'USD',
    status: isCallRecording(recording) ? recording.status : 'completed',
    source: isCallRecording(recording) ? recording.source : 'RecordVerb',
    error_code: null,
    uri: `${uri}.json`,
    encryption_details: null,
    subresource_uris: {
      add_on_results: `${uri}/AddOnResults.json`,
      transcriptions: `${uri}/Transcriptions.json`,
    },
    media_url: `http://127.0.0.1:${line.settings.port}${uri}`,
  };
}
