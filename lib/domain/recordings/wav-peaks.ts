/** The lowest and the highest sample of each piece in turn, −128 to 127; one list for each channel. */
export type Peaks = number[][];

export type WavSound = { seconds: number; peaks: Peaks };

const pieces = 800;
const pcm = 1;
const extensible = 0xfffe;

type Format = { channels: number; sampleRate: number; bytesPerSample: 1 | 2 };

/**
 * How long a WAV file sounds and how loud it is where, read piece by piece so that hours need no memory. `byteLength`: of
 * the whole file. Null for what is no WAV of 8 or 16 bits.
 */
export async function readWavPeaks(
  bytes: AsyncIterable<Uint8Array>,
  byteLength: number,
): Promise<WavSound | null> {
  let head: Uint8Array | null = new Uint8Array(0);
  let reader: SampleReader | null = null;
  for await (const chunk of bytes) {
    if (reader) {
      reader.read(chunk);
      continue;
    }
    head = joined(head ?? new Uint8Array(0), chunk);
    const found = findSound(head, byteLength);
    if (found === 'noWav') return null;
    if (found === 'more') continue;
    reader = new SampleReader(found.format, found.soundBytes);
    reader.read(head.subarray(found.offset));
    head = null;
  }
  return reader?.result() ?? null;
}

/** Where the samples begin and how many bytes they are, once enough of the file is there to tell. */
function findSound(
  head: Uint8Array,
  byteLength: number,
): { format: Format; offset: number; soundBytes: number } | 'more' | 'noWav' {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const nameAt = (at: number) => String.fromCharCode(...head.subarray(at, at + 4));
  if (head.length < 12) return 'more';
  if (nameAt(0) !== 'RIFF' || nameAt(8) !== 'WAVE') return 'noWav';
  let format: Format | null = null;
  for (let at = 12; ; ) {
    if (at + 8 > byteLength) return 'noWav';
    if (at + 8 > head.length) return head.length > 1_048_576 ? 'noWav' : 'more';
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (nameAt(at) === 'data') {
      if (!format) return 'noWav';
      // What is written while it is recorded does not know its length: then it lasts to the end of the file.
      return { format, offset: body, soundBytes: Math.min(size, byteLength - body) };
    }
    if (nameAt(at) === 'fmt ') {
      if (body + 16 > head.length) return 'more';
      format = readFormat(view, body);
      if (!format) return 'noWav';
    }
    at = body + size + (size % 2);
  }
}

function readFormat(view: DataView, at: number): Format | null {
  const code = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  const bits = view.getUint16(at + 14, true);
  if ((code !== pcm && code !== extensible) || (bits !== 8 && bits !== 16)) return null;
  if (channels < 1 || channels > 8 || sampleRate === 0) return null;
  return { channels, sampleRate, bytesPerSample: bits === 8 ? 1 : 2 };
}

class SampleReader {
  private readonly frameBytes: number;
  private readonly frames: number;
  private readonly peaks: Peaks;
  private frame = 0;
  private rest = new Uint8Array(0);

  constructor(
    private readonly format: Format,
    soundBytes: number,
  ) {
    const { channels, bytesPerSample } = format;
    this.frameBytes = channels * bytesPerSample;
    this.frames = Math.floor(soundBytes / this.frameBytes);
    const count = Math.min(pieces, this.frames);
    this.peaks = Array.from({ length: channels }, () => new Array<number>(count * 2).fill(0));
  }

  read(chunk: Uint8Array): void {
    const bytes = this.rest.length > 0 ? joined(this.rest, chunk) : chunk;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { channels, bytesPerSample } = this.format;
    const count = Math.min(pieces, this.frames);
    let at = 0;
    for (; at + this.frameBytes <= bytes.length && this.frame < this.frames; this.frame += 1) {
      const piece = Math.floor((this.frame * count) / this.frames) * 2;
      for (let channel = 0; channel < channels; channel += 1, at += bytesPerSample) {
        const sample = bytesPerSample === 1 ? view.getUint8(at) - 128 : view.getInt16(at, true) >> 8;
        const peaks = this.peaks[channel]!;
        if (sample < peaks[piece]!) peaks[piece] = sample;
        if (sample > peaks[piece + 1]!) peaks[piece + 1] = sample;
      }
    }
    this.rest = this.frame < this.frames ? new Uint8Array(bytes.subarray(at)) : new Uint8Array(0);
  }

  result(): WavSound {
    return { seconds: this.frames / this.format.sampleRate, peaks: this.peaks };
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
