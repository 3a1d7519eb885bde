import { crc32 } from 'node:zlib';

export type ZipEntry = { name: string; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

const utf8Names = 0x0800;
const lengthsFollow = 0x0008;
const flags = utf8Names | lengthsFollow;
const version = 45;
const most32 = 0xffffffff;

type Written = { name: Buffer; crc: number; length: number; offset: number };

/**
 * A ZIP file, written as it is taken: nothing is held in memory and nothing compressed, since sound and pictures are already
 * small (PKWARE APPNOTE 6.3.10; whole files beyond 4 GB by its 64-bit records, each entry below).
 */
export async function* zipChunks(entries: AsyncIterable<ZipEntry>, at: number): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  const time = dosTime(at);
  let offset = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const start = offset;
    const header = record(30, [
      [4, 0x04034b50],
      [2, version],
      [2, flags],
      [2, 0],
      [4, time],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ]);
    yield header;
    yield name;
    offset += header.length + name.length;
    let crc = 0;
    let length = 0;
    for await (const chunk of entry.bytes) {
      crc = crc32(chunk, crc);
      length += chunk.byteLength;
      yield chunk;
    }
    if (length > most32) throw new Error('a file is too large for the ZIP');
    const descriptor = record(16, [
      [4, 0x08074b50],
      [4, crc],
      [4, length],
      [4, length],
    ]);
    yield descriptor;
    offset += length + descriptor.length;
    written.push({ name, crc, length, offset: start });
  }
  const directoryAt = offset;
  for (const { name, crc, length, offset: start } of written) {
    const header = record(46, [
      [4, 0x02014b50],
      [2, version],
      [2, version],
      [2, flags],
      [2, 0],
      [4, time],
      [4, crc],
      [4, length],
      [4, length],
      [2, name.length],
      [2, 12],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, most32],
    ]);
    const place = record(12, [
      [2, 1],
      [2, 8],
      [8, start],
    ]);
    yield header;
    yield name;
    yield place;
    offset += header.length + name.length + place.length;
  }
  const size = offset - directoryAt;
  yield record(56, [
    [4, 0x06064b50],
    [8, 44],
    [2, version],
    [2, version],
    [4, 0],
    [4, 0],
    [8, written.length],
    [8, written.length],
    [8, size],
    [8, directoryAt],
  ]);
  yield record(20, [
    [4, 0x07064b50],
    [4, 0],
    [8, offset],
    [4, 1],
  ]);
  yield record(22, [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, 0xffff],
    [2, 0xffff],
    [4, most32],
    [4, most32],
    [2, 0],
  ]);
}

function record(length: number, fields: [2 | 4 | 8, number][]): Buffer {
  const bytes = Buffer.alloc(length);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 8) bytes.writeBigUInt64LE(BigInt(value), at);
    else bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

/** Date and time as ZIP keeps them: date in the upper half, seconds halved; by UTC. */
function dosTime(at: number): number {
  const date = new Date(at);
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return day * 0x10000 + time;
}
