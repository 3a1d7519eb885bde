import type { Call } from '../line/call.ts';
import type { Exchange } from './exchange.ts';
import { type Frame, SAMPLES_PER_SECOND } from './frame.ts';

/** Of 32 768; loud enough to be no shadow of another tone. */
const AUDIBLE = 1_000;

/**
 * When this tone first sounds for the person at this end, epoch milliseconds; null when it does not within the time, or
 * the call ends before. Exact to one frame, 20 ms, and for tones that are a multiple of 50 Hz.
 */
export function firstTone(
  exchange: Exchange,
  call: Call,
  { hz, withinMs, now }: { hz: number; withinMs: number; now: () => number },
): Promise<number | null> {
  return new Promise((resolve) => {
    const finish = (at: number | null) => {
      stop();
      clearTimeout(giveUp);
      call.onEnded.delete(onEnded);
      resolve(at);
    };
    const onEnded = () => finish(null);
    const giveUp = setTimeout(onEnded, withinMs);
    const stop = exchange.listen(call, (frame) => {
      if (amplitudeOf(frame, hz) >= AUDIBLE) finish(now());
    });
    call.onEnded.add(onEnded);
  });
}

function amplitudeOf(frame: Frame, hz: number): number {
  let inPhase = 0;
  let across = 0;
  for (let index = 0; index < frame.length; index++) {
    const angle = (2 * Math.PI * hz * index) / SAMPLES_PER_SECOND;
    inPhase += frame[index]! * Math.cos(angle);
    across += frame[index]! * Math.sin(angle);
  }
  return (2 * Math.hypot(inPhase, across)) / frame.length;
}
