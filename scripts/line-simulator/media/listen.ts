import { SAMPLES_PER_SECOND } from './frame.ts';

/** What can be told of a piece of sound: its loudness, and its tones with theirs, loudest first. dB of full scale. */
export type Analysis = { levelDb: number; tones: { hz: number; levelDb: number }[] };

const LOWEST_HZ = 100;
const HIGHEST_HZ = 3_600;
const STEP_HZ = 10;
const MOST_TONES = 5;
const NEIGHBOURS_HZ = 100;
const SILENCE_DB = -96;
const FULL_SCALE = 32_768;
const BLOCK_SAMPLES = SAMPLES_PER_SECOND / 10;
const WINDOW = Float64Array.from(
  { length: BLOCK_SAMPLES },
  (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / BLOCK_SAMPLES),
);
const FAINT_DB = -45;
/** Below the loudest tone by this much is its own shadow, or noise. */
const SHADOW_DB = 20;

/**
 * The loudness of one frequency and its neighbours up to 20 Hz away, on average over the whole piece: Goertzel's
 * algorithm, 100 ms at a time, with a Hann window. A full-scale sine is 0 dB.
 */
export function levelOf(samples: Int16Array, hz: number): number {
  let power = 0;
  let blocks = 0;
  for (let from = 0; from < samples.length; from += BLOCK_SAMPLES) {
    power += powerOf(samples.subarray(from, from + BLOCK_SAMPLES), hz);
    blocks++;
  }
  return decibels(Math.sqrt(power / Math.max(1, blocks)));
}

function powerOf(block: Int16Array, hz: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hz) / SAMPLES_PER_SECOND);
  let before = 0;
  let last = 0;
  for (let index = 0; index < block.length; index++) {
    const next = (block[index]! / FULL_SCALE) * WINDOW[index]! + turn * last - before;
    before = last;
    last = next;
  }
  const power = before * before + last * last - turn * last * before;
  // The window halves the amplitude, a real sine splits it between two sides; a block cut short is fainter.
  return (16 * Math.max(0, power)) / BLOCK_SAMPLES ** 2;
}

/** Listens to a piece of sound: tones 100 Hz apart are told apart. */
export function analyse(samples: Int16Array): Analysis {
  if (samples.length === 0) return { levelDb: SILENCE_DB, tones: [] };
  let power = 0;
  for (const sample of samples) power += (sample / FULL_SCALE) ** 2;
  const levelDb = decibels(Math.sqrt((2 * power) / samples.length));
  if (levelDb < FAINT_DB) return { levelDb, tones: [] };

  const spectrum: { hz: number; levelDb: number }[] = [];
  for (let hz = LOWEST_HZ; hz <= HIGHEST_HZ; hz += STEP_HZ)
    spectrum.push({ hz, levelDb: levelOf(samples, hz) });
  spectrum.sort((one, other) => other.levelDb - one.levelDb);
  const faintest = Math.max(FAINT_DB, spectrum[0]!.levelDb - SHADOW_DB);
  const tones: typeof spectrum = [];
  for (const tone of spectrum) {
    if (tone.levelDb <= faintest || tones.length === MOST_TONES) break;
    // A tone that was cut shows a little beside itself as well.
    if (tones.every(({ hz }) => Math.abs(hz - tone.hz) >= NEIGHBOURS_HZ))
      tones.push({ hz: tone.hz, levelDb: round(tone.levelDb) });
  }
  return { levelDb: round(levelDb), tones };
}

function decibels(amplitude: number): number {
  return Math.max(SILENCE_DB, 20 * Math.log10(amplitude || 1e-9));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
