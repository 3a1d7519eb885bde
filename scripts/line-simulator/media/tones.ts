import { FRAME_SAMPLES, SAMPLES_PER_SECOND, type Source } from './frame.ts';

/** Frequencies that sound together for a time; none is a rest. */
export type Note = { hz: readonly number[]; ms: number };

const LOUDNESS = 6_000;
const EDGE_MS = 8;

/** A steady tone, without a click from frame to frame. */
export function tone(hz: number): Source {
  return melody([{ hz: [hz], ms: Number.POSITIVE_INFINITY }]);
}

/** Notes one after another, from the beginning again after the last. */
function melody(notes: readonly Note[]): Source {
  let at = 0;
  let played = 0;
  const edge = (EDGE_MS * SAMPLES_PER_SECOND) / 1000;
  return () => {
    const frame = new Int16Array(FRAME_SAMPLES);
    for (let index = 0; index < FRAME_SAMPLES; index++) {
      const note = notes[at]!;
      const length = (note.ms * SAMPLES_PER_SECOND) / 1000;
      const shape = Math.min(1, played / edge, (length - played) / edge);
      let sample = 0;
      for (const hz of note.hz) sample += Math.sin((2 * Math.PI * hz * played) / SAMPLES_PER_SECOND);
      frame[index] = Math.round((sample * shape * LOUDNESS) / Math.max(1, note.hz.length));
      if (++played >= length) {
        played = 0;
        at = (at + 1) % notes.length;
      }
    }
    return frame;
  };
}

const C5 = 523.25;
const D5 = 587.33;
const E5 = 659.26;
const G5 = 783.99;
const A5 = 880;
const note = (...hz: number[]): Note => ({ hz, ms: 480 });

const HOLD_MUSIC = [C5, E5, G5, A5, G5, E5, D5, G5].map((hz) => note(hz, hz / 2));
/** Two steps of a minor third, unlike the music: a voice reads something out. */
const SPOKEN_WORDS: Note[] = [
  { hz: [300], ms: 180 },
  { hz: [360], ms: 180 },
  { hz: [], ms: 60 },
];
const RINGBACK: Note[] = [
  { hz: [425], ms: 1_000 },
  { hz: [], ms: 4_000 },
];

export const holdMusic = (): Source => melody(HOLD_MUSIC);
export const spokenWords = (): Source => melody(SPOKEN_WORDS);
export const ringback = (): Source => melody(RINGBACK);
