// Writes the sounds a caller hears while waiting, a Russian ringing tone and a quiet tune for hold, and those of an employee's browser
// phone: its keys and the end of a call. `node scripts/make-sounds.ts`

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const rate = 8000;
const folder = path.join(import.meta.dirname, '..', 'public', 'sounds');

type Tone = { hertz: number; fromMs: number; forMs: number; loudness: number };

/** One second of 425 Hz, four of silence, twice (GOST 19472). */
const ringing: Tone[] = [0, 5000].map((fromMs) => ({ hertz: 425, fromMs, forMs: 1000, loudness: 0.25 }));

/** A slow arpeggio of four chords. */
const chords = [
  [261.63, 329.63, 392.0, 523.25],
  [220.0, 261.63, 329.63, 440.0],
  [174.61, 220.0, 261.63, 349.23],
  [196.0, 246.94, 293.66, 392.0],
];
const tune: Tone[] = [...chords, ...chords].flatMap((chord, bar) =>
  [0, 1, 2, 3, 2, 1].map((note, beat) => ({
    hertz: chord[note]!,
    fromMs: bar * 2400 + beat * 400,
    forMs: 1100,
    loudness: 0.14,
  })),
);

/** Every key sounds as one tone of its row and one of its column (ITU-T Q.23). */
const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'star', '0', 'hash'].map((name, place) => ({
  name,
  tones: [rows[Math.floor(place / 3)]!, columns[place % 3]!].map((hertz) => ({
    hertz,
    fromMs: 0,
    forMs: 120,
    loudness: 0.15,
  })),
}));

/** Two falling notes. */
const disconnect: Tone[] = [523.25, 392].map((hertz, note) => ({
  hertz,
  fromMs: note * 140,
  forMs: 160,
  loudness: 0.15,
}));

function render(tones: Tone[], lengthMs: number, isSoft: boolean): Uint8Array {
  const samples = new Float64Array((lengthMs * rate) / 1000);
  for (const { hertz, fromMs, forMs, loudness } of tones) {
    const first = (fromMs * rate) / 1000;
    const count = Math.min((forMs * rate) / 1000, samples.length - first);
    for (let index = 0; index < count; index += 1) {
      const attack = Math.min(1, index / 80);
      const release = isSoft ? Math.exp((-3.5 * index) / count) : Math.min(1, (count - index) / 80);
      const overtone = isSoft ? 0.3 * Math.sin((4 * Math.PI * hertz * index) / rate) : 0;
      const wave = Math.sin((2 * Math.PI * hertz * index) / rate) + overtone;
      samples[first + index]! += loudness * attack * release * wave;
    }
  }
  return Uint8Array.from(samples, (sample) => muLaw(Math.round(Math.max(-1, Math.min(1, sample)) * 32_635)));
}

/** G.711, the telephone's own coding, so that nothing is converted on the way. */
function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.abs(sample) + 132;
  const exponent = Math.max(0, Math.floor(Math.log2(magnitude)) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function wav(sound: Uint8Array): Buffer {
  const head = Buffer.alloc(58);
  head.write('RIFF', 0);
  head.writeUInt32LE(50 + sound.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(18, 16);
  head.writeUInt16LE(7, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('fact', 38);
  head.writeUInt32LE(4, 42);
  head.writeUInt32LE(sound.length, 46);
  head.write('data', 50);
  head.writeUInt32LE(sound.length, 54);
  return Buffer.concat([head, sound]);
}

mkdirSync(folder, { recursive: true });
for (const [name, sound] of [
  ['ringing.wav', render(ringing, 10_000, false)],
  ['hold.wav', render(tune, 19_200, true)],
  ['disconnect.wav', render(disconnect, 320, false)],
  ...keys.map(({ name, tones }) => [`key-${name}.wav`, render(tones, 130, false)] as const),
] as const) {
  writeFileSync(path.join(folder, name), wav(sound));
  console.log(`${name}: ${sound.length / rate} s`);
}
