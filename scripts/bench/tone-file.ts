import { writeFileSync } from 'node:fs';

const samplesPerSecond = 48_000;
const seconds = 2;
const loudness = 12_000;

/** What the browsers of a measurement say into their microphones: no other sound of the line is as high. */
export const spokenHz = 1300;

/**
 * Writes two seconds of a tone (16-bit WAV), which a browser plays over and over as its microphone. `beeps`: half of each
 * second is silent, since a browser takes a tone that never ends for noise and removes it.
 */
export function writeToneFile(file: string, hz = spokenHz, { beeps = false } = {}): void {
  const isSilent = (index: number) => beeps && index % samplesPerSecond >= samplesPerSecond / 2;
  const samples = Int16Array.from({ length: samplesPerSecond * seconds }, (_, index) =>
    isSilent(index) ? 0 : Math.round(loudness * Math.sin((2 * Math.PI * hz * index) / samplesPerSecond)),
  );
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(samplesPerSecond, 24);
  header.writeUInt32LE(samplesPerSecond * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(file, Buffer.concat([header, Buffer.from(samples.buffer)]));
}
