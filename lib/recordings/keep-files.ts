import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { RecordingKeeper } from '@/lib/domain/recordings/recording';

/** Four hours, longer than the provider lets a call last, on two channels of telephone sound. */
const largestFileBytes = 512 * 1024 * 1024;

/**
 * Keeps recordings as files below `dataDir/recordings`, named by our own ids. A file appears under its name only when all
 * of it is on the disk.
 */
export function keepFiles(dataDir: string): RecordingKeeper {
  const folder = path.join(dataDir, 'recordings');
  const fileOf = (id: string) => {
    if (!/^[0-9A-Za-z]{1,40}$/.test(id)) throw new Error('no id of a recording');
    return path.join(folder, `${id}.wav`);
  };
  return {
    async keep(id, bytes) {
      const file = fileOf(id);
      const part = `${file}.part`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      let length = 0;
      const handle = await open(part, 'w', 0o600);
      try {
        for await (const chunk of bytes) {
          length += chunk.byteLength;
          if (length > largestFileBytes) throw new Error('the recording is too large');
          hash.update(chunk);
          await handle.writeFile(chunk);
        }
        if (length === 0) throw new Error('the recording is empty');
        await handle.sync();
      } catch (error) {
        await handle.close();
        await rm(part, { force: true });
        throw error;
      }
      await handle.close();
      await rename(part, file);
      return { length, sha256: hash.digest('hex') };
    },

    async open(id, { start, end }, length) {
      const file = fileOf(id);
      const found = await stat(file).catch(() => null);
      if (found?.size !== length || found.size <= end) return null;
      return Readable.toWeb(createReadStream(file, { start, end })) as ReadableStream<Uint8Array>;
    },

    async isWhole(id, { length, sha256 }) {
      const file = fileOf(id);
      const found = await stat(file).catch(() => null);
      if (found?.size !== length) return false;
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(file)) hash.update(chunk);
      return hash.digest('hex') === sha256;
    },

    async remove(id) {
      await rm(fileOf(id), { force: true });
    },
  };
}
