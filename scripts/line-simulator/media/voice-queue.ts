import { FRAME_SAMPLES, type Source, silence } from './frame.ts';

/** Sound that arrives when it likes and is taken 20 ms at a time. */
export type VoiceQueue = { push(samples: Int16Array): void; take: Source };

// Enough to even out a network on one machine; what comes too early beyond it is left out, so that nobody lags behind.
const FEWEST_TO_START = 2 * FRAME_SAMPLES;
const MOST_WAITING = 8 * FRAME_SAMPLES;

export function createVoiceQueue(): VoiceQueue {
  const waiting = new Int16Array(MOST_WAITING);
  let length = 0;
  let isFlowing = false;

  const drop = (count: number) => {
    waiting.copyWithin(0, count, length);
    length -= count;
  };
  return {
    push(samples) {
      const taken = samples.subarray(Math.max(0, samples.length - MOST_WAITING));
      if (length + taken.length > MOST_WAITING) drop(length + taken.length - MOST_WAITING);
      waiting.set(taken, length);
      length += taken.length;
    },
    take() {
      isFlowing = length >= (isFlowing ? FRAME_SAMPLES : FEWEST_TO_START);
      if (!isFlowing) return silence();
      const frame = waiting.slice(0, FRAME_SAMPLES);
      drop(FRAME_SAMPLES);
      return frame;
    },
  };
}
