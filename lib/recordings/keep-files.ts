import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { largestAttachmentBytes } from '@/lib/domain/attachments/attachment';
import type { RecordingKeeper } from '@/lib/domain/recordings/recording';

const shelves = {
  /** Four hours, longer than the provider lets a call last, on two channels of telephone sound. */
  recordings: { extension: '.wav', largestBytes: 512 * 1024 * 1024 },
  /** No extension: nothing may open one by a double click in the folder. */
  attachments: { extension: '', largestBytes: largestAttachmentBytes },
};

/**
 * Keeps recordings, or attachments, as files in a folder of their own below `dataDir`, named by our own ids. A file appears under its name only when all
 * of it is on the disk.
 */
export function keepFiles(dataDir: string, shelf: keyof typeof shelves = 'recordings'): RecordingKeeper {
  const folder = path.join(dataDir, shelf);
  const { extension, largestBytes } = shelves[shelf];
  const fileOf = (id: string) => {
    if (!/^[0-9A-Za-z]{1,40}$/.test(id)) throw new Error('no id of a file');
    return path.join(folder, `${id}${extension}`);
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
          if (length > largestBytes) throw new Error('the file is too large');
          hash.update(chunk);
          await handle.writeFile(chunk);
        }
        if (length === 0) throw new Error('the file is empty');
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
      await rm(`${fileOf(id)}.part`, { force: true });
    },
  };
}
