import { FRAME_SAMPLES, type Frame } from './frame.ts';

/** The sum of several frames; what is louder than a sample can hold is cut off at its bounds. */
export function mix(frames: readonly Frame[]): Frame {
  if (frames.length === 1) return frames[0]!;
  const sum = new Int16Array(FRAME_SAMPLES);
  for (let index = 0; index < FRAME_SAMPLES; index++) {
    let sample = 0;
    for (const frame of frames) sample += frame[index]!;
    sum[index] = Math.max(-32_768, Math.min(32_767, sample));
  }
  return sum;
}
