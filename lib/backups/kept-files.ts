import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { listKeptFilesOf, openDatabaseFile } from '@/db/database-file';
import type { BackupManifest } from '@/lib/domain/backups/backup';

export type KeptFile = BackupManifest['files'][number];

/** The folders in which an installation keeps files, each with the table whose rows speak of them. */
export const shelfNames = ['recordings', 'attachments'] as const;

const extensions = { recordings: '.wav', attachments: '' };

/** Every file that this copy of the database speaks of, by its path below the data folder. */
export async function listFilesOf(databaseFile: string): Promise<KeptFile[]> {
  const file = await openDatabaseFile(databaseFile, { isReadonly: true });
  try {
    return shelfNames.flatMap((shelf) =>
      listKeptFilesOf(file, shelf).map(({ id, length, sha256 }) => ({
        path: `${shelf}/${id}${extensions[shelf]}`,
        length,
        sha256,
      })),
    );
  } finally {
    file.close();
  }
}

/**
 * Puts a file under a second name; it is never written again under either, so that both may share it. Where they cannot, it is copied.
 * False when it is not there, or not as long as it was.
 */
export async function linkFile({ path: name, length }: KeptFile, from: string, to: string): Promise<boolean> {
  const [source, target] = [path.join(from, name), path.join(to, name)];
  const found = await stat(source).catch(() => null);
  if (found?.size !== length) return false;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  try {
    await link(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    await copyFile(source, target);
    await chmod(target, 0o600);
    await flush(target);
  }
  return true;
}

/** Waits until the bytes of a file are on the disk. */
export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync();
  await handle.close();
}

/** The length in bytes and the SHA-256 in hex, read in parts. */
export async function hashFile(file: string): Promise<{ length: number; sha256: string }> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    length += (chunk as Buffer).byteLength;
  }
  return { length, sha256: hash.digest('hex') };
}
