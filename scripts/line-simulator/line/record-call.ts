import { FRAME_SAMPLES, SAMPLES_PER_SECOND } from '../media/frame.ts';
import { type Call, hasEnded, type StatusCallback } from './call.ts';
import type { Line, Recording } from './line.ts';
import { sendCallback } from './send-callback.ts';
import { twilioDate } from './twilio-date.ts';

/** A recording of a call, two channels of it, while it runs and afterwards. */
export type CallRecording = Recording & {
  channels: 2;
  source: 'StartCallRecordingAPI';
  track: 'inbound' | 'outbound' | 'both';
  status: 'in-progress' | 'paused' | 'completed' | 'absent';
  statusCallback: StatusCallback | null;
  /** 20 ms each: the left channel what the caller said, the right one what they heard. */
  frames: Int16Array[];
  /** What is said during a pause is silence, or left out. */
  pauseBehavior: 'silence' | 'skip';
  pausedAt: number | null;
  skippedMs: number;
  stop: () => void;
};

const FILE_READY_AFTER_MS = 1_000;
const FILE_LATE_AFTER_MS = 4_000;

export const isCallRecording = (recording: Recording): recording is CallRecording => 'frames' in recording;

/** The recording that runs on a call; Twilio calls it `Twilio.CURRENT`. */
export function currentRecording(line: Line, call: Call): CallRecording | null {
  for (const recording of line.recordings.values()) {
    const isRunning = isCallRecording(recording) && recording.callSid === call.sid && isOpen(recording);
    if (isRunning) return recording;
  }
  return null;
}

export const isOpen = ({ status }: CallRecording) => status === 'in-progress' || status === 'paused';

export function recordCall(
  line: Line,
  call: Call,
  wanted: Pick<CallRecording, 'track' | 'statusCallback'>,
): CallRecording {
  const recording: CallRecording = {
    ...wanted,
    sid: line.newSid('RE'),
    callSid: call.sid,
    startedAt: line.clock.now(),
    seconds: 0,
    readyAt: Number.POSITIVE_INFINITY,
    channels: 2,
    source: 'StartCallRecordingAPI',
    status: 'in-progress',
    frames: [],
    pauseBehavior: 'silence',
    pausedAt: null,
    skippedMs: 0,
    stop: () => {},
  };
  const stopHearing = line.exchange.overhear(call, (said, heard) => {
    if (recording.status === 'paused' && recording.pauseBehavior === 'skip') return;
    const frame = new Int16Array(FRAME_SAMPLES * 2);
    if (recording.status === 'in-progress') {
      for (let index = 0; index < FRAME_SAMPLES; index++) {
        if (wanted.track !== 'outbound') frame[index * 2] = said[index]!;
        if (wanted.track !== 'inbound') frame[index * 2 + 1] = heard[index]!;
      }
    }
    recording.frames.push(frame);
  });
  recording.stop = () => {
    if (!isOpen(recording)) return;
    stopHearing();
    call.onEnded.delete(recording.stop);
    resume(line, recording);
    const lastedMs = line.clock.now() - recording.startedAt - recording.skippedMs;
    recording.seconds = Math.round(lastedMs / 1000);
    recording.status = recording.seconds > 0 ? 'completed' : 'absent';
    const { recordingFileAfterCallback } = line.faults.behaviours;
    recording.readyAt =
      line.clock.now() + (recordingFileAfterCallback ? FILE_LATE_AFTER_MS : FILE_READY_AFTER_MS);
    line.clock.after(FILE_READY_AFTER_MS, () => report(line, recording));
  };
  call.onEnded.add(recording.stop);
  line.recordings.set(recording.sid, recording);
  report(line, recording);
  if (hasEnded(call)) recording.stop();
  return recording;
}

export function pauseRecording(
  line: Line,
  recording: CallRecording,
  behavior: CallRecording['pauseBehavior'],
): void {
  if (recording.status === 'paused') return;
  recording.status = 'paused';
  recording.pauseBehavior = behavior;
  recording.pausedAt = line.clock.now();
}

export function resumeRecording(line: Line, recording: CallRecording): void {
  resume(line, recording);
}

function resume(line: Line, recording: CallRecording): void {
  if (recording.pausedAt === null) return;
  if (recording.pauseBehavior === 'skip') recording.skippedMs += line.clock.now() - recording.pausedAt;
  recording.pausedAt = null;
  recording.status = 'in-progress';
}

/** Both channels as a WAV file, 8 kHz, 16 bit, exactly as long as the recording lasted. */
export function callRecordingWav({ frames, seconds }: CallRecording): Buffer {
  const bytes = seconds * SAMPLES_PER_SECOND * 4;
  const file = Buffer.alloc(44 + bytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + bytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  file.writeUInt32LE(SAMPLES_PER_SECOND * 4, 28);
  file.writeUInt16LE(4, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes, 40);
  let at = 44;
  for (const frame of frames) {
    const sound = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength);
    at += sound.copy(file, at);
    if (at >= file.length) break;
  }
  return file;
}

function report(line: Line, recording: CallRecording): void {
  const { statusCallback, status, sid, callSid, seconds } = recording;
  if (!statusCallback?.events.includes(status)) return;
  const { accountSid, port } = line.settings;
  sendCallback(line, {
    family: 'recording',
    event: `recording-${status}`,
    address: statusCallback.address,
    method: statusCallback.method,
    callSid,
    parameters: {
      AccountSid: accountSid,
      CallSid: callSid,
      RecordingSid: sid,
      RecordingUrl: `http://127.0.0.1:${port}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`,
      RecordingStatus: status,
      ...(status === 'completed' && { RecordingDuration: String(seconds) }),
      RecordingChannels: '2',
      RecordingStartTime: twilioDate(recording.startedAt),
      RecordingSource: recording.source,
      RecordingTrack: recording.track,
    },
  });
}
