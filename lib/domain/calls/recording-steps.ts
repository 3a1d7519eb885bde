import type { CallEffect } from './call-effect';
import type { CallEvent } from './call-event';
import { type Carried, type Guards, nowOf, type Step, type Steps } from './call-step';

export const recordingGuards = {
  isRecordingStarting: ({ context }) => context.recording?.phase === 'starting',
  hasRecording: ({ context }) => context.recording !== null,
  mayPauseRecording: ({ context }) => context.recording?.phase === 'on',
  isRecordingPaused: ({ context }) => context.recording?.phase === 'paused',
} satisfies Guards;

export const recordingSteps = {
  startRecording: (carried) => {
    const { isRecorded, recording, placed, conferenceSid } = carried.context;
    const isNeeded = isRecorded && (recording === null || recording.phase === 'failed');
    if (!isNeeded) return {};
    const announce: CallEffect[] = placed && conferenceSid ? [{ type: 'announce', conferenceSid }] : [];
    return {
      learnt: { recording: { phase: 'starting', since: nowOf(carried) } },
      effects: [...announce, { type: 'startRecording' }],
    };
  },
  noteRecordingStart: (carried) => ({
    learnt: { recording: { phase: 'on', since: nowOf(carried) } },
  }),
  pauseRecording: (carried) => ({
    learnt: { recording: { phase: 'paused', since: nowOf(carried) } },
    effects: [{ type: 'pauseRecording' }],
  }),
  resumeRecording: goOnRecording,
  endRecordingPause: (carried) => {
    const isPaused = carried.context.recording?.phase === 'paused';
    return isPaused && !endsCall.has(carried.event.type) ? goOnRecording(carried) : {};
  },
  takeRecordingOrderBack: (carried) => {
    const { event } = carried;
    if (event.type !== 'recording.notChanged') return {};
    const phase = ({ startRecording: 'failed', pauseRecording: 'on', resumeRecording: 'paused' } as const)[
      event.order
    ];
    return { learnt: { recording: { phase, since: nowOf(carried) } } };
  },
} satisfies Steps;

const endsCall: ReadonlySet<CallEvent['type']> = new Set([
  'caller.left',
  'conference.ended',
  'call.completed',
]);

/** Whoever is next on the line has a recording that runs. */
function goOnRecording(carried: Carried): Step {
  return {
    learnt: { recording: { phase: 'on', since: nowOf(carried) } },
    effects: [{ type: 'resumeRecording' }],
  };
}
