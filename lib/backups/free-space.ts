import { statfs } from 'node:fs/promises';
import path from 'node:path';

/** The disk would be full: nothing was written. */
export class NoSpace extends Error {
  constructor(
    readonly neededBytes: number,
    readonly freeBytes: number,
  ) {
    super(`${megabytes(neededBytes)} MB are needed and ${megabytes(freeBytes)} MB are free`);
  }
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

/** How many bytes are left where this folder is, or would be; null where the system does not tell. */
export async function freeBytesAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const parent = path.dirname(folder);
    const mayBeMade = (error as NodeJS.ErrnoException).code === 'ENOENT' && parent !== folder;
    return mayBeMade ? freeBytesAt(parent) : null;
  }
}
