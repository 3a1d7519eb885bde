import { RingTone } from './ring-tone';

let tone: RingTone | null = null;

/** The one tone of this tab, also used to try the volume. */
export const sharedTone = (): RingTone => {
  tone ??= new RingTone();
  return tone;
};
