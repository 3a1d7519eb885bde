import type { Line, Recording } from '../line/line.ts';
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

/** The sound of a recording: the simulator's callers hum. */
export const recordingSound = ({ seconds }: Recording): Buffer => recordedWav(seconds, TONE_HZ);

export function recordingResource(line: Line, recording: Recording): Record<string, unknown> {
  const { accountSid } = line.settings;
  const uri = `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    call_sid: recording.callSid,
    conference_sid: null,
    channels: 1,
    date_created: twilioDate(recording.startedAt),
    date_updated: twilioDate(recording.readyAt),
    start_time: twilioDate(recording.startedAt),
    duration: String(recording.seconds),
    sid: recording.sid,
    price: null,
    price_unit: 'USD',
    status: 'completed',
    source: 'RecordVerb',
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
