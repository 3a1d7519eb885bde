import { createHash } from 'node:crypto';
import type {
  ByteRange,
  FetchedRecording,
  KeptFile,
  RecordingKeeper,
  RecordingSource,
} from '@/lib/domain/recordings/recording';

/** The provider's recordings and our shelf of them, without a network or a disk. */
export class RecordingsInMemory implements RecordingSource, RecordingKeeper {
  /** By the provider's SID: the sound, or why there is none now. */
  readonly atProvider = new Map<string, string | Buffer | Exclude<FetchedRecording, { result: 'found' }>>();
  readonly kept = new Map<string, Buffer>();
  readonly asked: string[] = [];
  refusesDeletions = false;

  async fetchRecording(recordingSid: string): Promise<FetchedRecording> {
    this.asked.push(recordingSid);
    const found = this.atProvider.get(recordingSid) ?? { result: 'retry', problem: '404' };
    const isSound = typeof found === 'string' || Buffer.isBuffer(found);
    return isSound ? { result: 'found', bytes: bytesOf(found) } : found;
  }

  async deleteRecording(recordingSid: string) {
    if (this.refusesDeletions) return false;
    this.atProvider.delete(recordingSid);
    return true;
  }

  async keep(id: string, bytes: AsyncIterable<Uint8Array>) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const file = Buffer.concat(chunks);
    this.kept.set(id, file);
    return { length: file.length, sha256: createHash('sha256').update(file).digest('hex') };
  }

  async open(id: string, { start, end }: ByteRange, length: number) {
    const file = this.kept.get(id);
    return file?.length === length ? new Response(new Uint8Array(file.subarray(start, end + 1))).body : null;
  }

  async isWhole(id: string, { length, sha256 }: KeptFile) {
    const file = this.kept.get(id);
    return file?.length === length && createHash('sha256').update(file).digest('hex') === sha256;
  }

  async remove(id: string) {
    this.kept.delete(id);
  }
}

async function* bytesOf(sound: string | Buffer) {
  yield Buffer.from(sound as string);
}
