import { describe, expect, test } from 'vitest';
import { readWavPeaks } from './wav-peaks';

type Wav = {
  channels?: number;
  bits?: 8 | 16;
  rate?: number;
  samples: number[];
  dataSize?: number;
  extra?: string;
};

/** `samples`: one after another, the channels in turn. */
function wav({ channels = 1, bits = 16, rate = 8000, samples, dataSize, extra = '' }: Wav): Buffer {
  const bytes = bits / 8;
  const extraChunk = extra ? Buffer.from(`LIST\0\0\0\0${extra}`) : Buffer.alloc(0);
  if (extra) extraChunk.writeUInt32LE(extra.length, 4);
  const head = Buffer.alloc(36);
  head.write('RIFF');
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt16LE(channels * bytes, 32);
  head.writeUInt16LE(bits, 34);
  const data = Buffer.alloc(8 + samples.length * bytes);
  data.write('data');
  data.writeUInt32LE(dataSize ?? samples.length * bytes, 4);
  samples.forEach((sample, index) => {
    if (bits === 16) data.writeInt16LE(sample, 8 + index * 2);
    else data.writeUInt8(sample, 8 + index);
  });
  return Buffer.concat([head, extraChunk, data]);
}

async function* inPieces(file: Buffer, size: number) {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}
const read = (file: Buffer, size = 4096) => readWavPeaks(inPieces(file, size), file.length);

describe('the peaks of a WAV file', () => {
  test('are the lowest and the highest sample of each of 800 pieces', async () => {
    const samples = Array.from({ length: 8000 }, (_, index) =>
      index < 4000 ? 0 : index % 2 ? 16_384 : -32_768,
    );
    const sound = await read(wav({ samples }));
    expect(sound?.seconds).toBe(1);
    expect(sound?.peaks).toHaveLength(1);
    expect(sound?.peaks[0]).toHaveLength(1600);
    expect(sound?.peaks[0]?.slice(0, 2)).toEqual([0, 0]);
    expect(sound?.peaks[0]?.slice(-2)).toEqual([-128, 64]);
  });

  test('are made for each channel by itself', async () => {
    const samples = Array.from({ length: 1600 }, (_, index) => (index % 2 === 0 ? 25_600 : -12_800));
    const sound = await read(wav({ channels: 2, samples }));
    expect(sound?.seconds).toBe(0.1);
    expect(sound?.peaks.map((channel) => channel.slice(0, 2))).toEqual([
      [0, 100],
      [-50, 0],
    ]);
  });

  test('are the same however the file is cut into pieces, and behind other chunks of it', async () => {
    const samples = Array.from({ length: 3000 }, (_, index) => Math.round(20_000 * Math.sin(index)));
    const file = wav({ channels: 2, samples, extra: 'recorded by a telephone.' });
    const whole = await read(file, file.length);
    expect(whole?.peaks[0]?.some((peak) => peak > 50)).toBe(true);
    for (const size of [1, 3, 7, 44, 1023]) expect(await read(file, size)).toEqual(whole);
  });

  test('are fewer than 800 for a sound of fewer samples, and none for silence of no length', async () => {
    expect((await read(wav({ samples: [256, -256] })))?.peaks).toEqual([[0, 1, -1, 0]]);
    expect(await read(wav({ samples: [] }))).toEqual({ seconds: 0, peaks: [[]] });
  });

  test('are read of 8 bits too, and to the end of a file whose length was not known when it was begun', async () => {
    expect((await read(wav({ bits: 8, samples: [128, 255, 0] })))?.peaks).toEqual([[0, 0, 0, 127, -128, 0]]);
    const unfinished = wav({ samples: [256, 256, 256], dataSize: 0xffff_ffff });
    expect((await read(unfinished))?.peaks).toEqual([[0, 1, 0, 1, 0, 1]]);
  });

  test.each([
    ['an MP3', Buffer.from('ID3 and the rest of it, which is long enough to be looked at')],
    ['a file that is cut off', wav({ samples: [1, 2, 3] }).subarray(0, 30)],
    ['nothing', Buffer.alloc(0)],
    [
      'sound of 24 bits',
      (() => {
        const file = wav({ samples: [1] });
        file.writeUInt16LE(24, 34);
        return file;
      })(),
    ],
  ])('are none of %s', async (_, file) => {
    expect(await read(file)).toBeNull();
  });
});
