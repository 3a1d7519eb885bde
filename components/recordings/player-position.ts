/** How far one press goes back or forward. */
export const jumpSeconds = 15;

export const playbackRates = [0.75, 1, 1.25, 1.5, 2] as const;

/** A moment of the recording, never outside it. */
export const withinRecording = (seconds: number, length: number) => Math.max(0, Math.min(seconds, length));

/** What happened at a moment stands so far from the beginning; null when the recording does not reach it. */
export function positionAt(
  at: number,
  { recordedAt, durationSeconds }: { recordedAt: number; durationSeconds: number },
): number | null {
  const seconds = (at - recordedAt) / 1000;
  // The provider tells the beginning to the second only.
  if (seconds < -1 || seconds > durationSeconds + 1) return null;
  return withinRecording(seconds, durationSeconds);
}

/** The recording in which something that happened at a moment can be heard, and where. */
export function heardAt<Recording extends { recordedAt: number; durationSeconds: number }>(
  at: number,
  recordings: readonly Recording[],
): { recording: Recording; seconds: number } | null {
  for (const recording of recordings) {
    const seconds = positionAt(at, recording);
    if (seconds !== null) return { recording, seconds };
  }
  return null;
}

const soundProblems = ['notReady', 'gone', 'deleted', 'noRight', 'unreachable'] as const;
export type SoundProblem = (typeof soundProblems)[number];

/** Why the server gave no sound: its status, and the reason it told. */
export function soundProblemOf(status: number, reason: unknown): SoundProblem {
  if (status === 401 || status === 403 || status === 404) return 'noRight';
  return soundProblems.find((problem) => problem === reason) ?? 'unreachable';
}

/** The loudest half wave of each piece, 0 to 1, out of its lowest and highest sample. */
export function drawnPeaks(peaks: readonly (readonly number[])[]): number[][] {
  return peaks.map((channel) => {
    const loudness: number[] = [];
    for (let at = 0; at + 1 < channel.length; at += 2) {
      loudness.push(Math.max(-channel[at]!, channel[at + 1]!) / 128);
    }
    return loudness;
  });
}
