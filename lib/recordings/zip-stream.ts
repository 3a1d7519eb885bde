import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

export type ZipEntry = { name: string; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

/**
 * A ZIP file, written as it is taken: no more than some chunks are in memory and nothing is compressed, since sound and
 * pictures are already small. Leaving it early lets go of the entry being read, and so does an entry that cannot be
 * read.
 * @throws what an entry throws
 */
export async function* zipChunks(entries: AsyncIterable<ZipEntry>, at: number): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  const taking = new AbortController();
  const addAll = async () => {
    for await (const { name, bytes } of entries) {
      const source = Readable.from(bytes, { signal: taking.signal });
      zip.addReadStream(source, name, { mtime: new Date(at), compress: false });
      await finished(source);
    }
    zip.end();
  };
  const added = addAll().catch((error) => {
    archive.destroy(error);
  });
  try {
    yield* archive;
  } finally {
    taking.abort();
    await added;
  }
}
