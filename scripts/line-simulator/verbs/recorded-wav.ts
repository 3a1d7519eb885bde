const RATE = 8000;
const HEADER_BYTES = 44;
const LOUDNESS = 0.25;

/**
 * What a caller is taken to have said: a tone of so many seconds as a WAV file, 8 kHz, 16 bit, one channel, as Twilio
 * delivers a message. It swells and falls each second, so that a player shows movement.
 */
export function recordedWav(seconds: number, hz: number): Buffer {
  const samples = Math.round(seconds * RATE);
  const file = Buffer.alloc(HEADER_BYTES + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const swell = Math.sin((Math.PI * (index % RATE)) / RATE);
    const value = LOUDNESS * swell * Math.sin((2 * Math.PI * hz * index) / RATE);
    file.writeInt16LE(Math.round(value * 32_767), HEADER_BYTES + index * 2);
  }
  return file;
}
