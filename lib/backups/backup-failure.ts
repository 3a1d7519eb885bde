import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BackupFailure } from '@/lib/domain/backups/backup';
import { type BackupPlace, writeWhole } from './backup-folder';
import { NoSpace } from './free-space';

const failureFile = 'failure.json';
const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST']);

/** What to say of an attempt that came to nothing. */
export function failureOf(error: unknown, at: number): BackupFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  const isFull = error instanceof NoSpace || code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
  return {
    at,
    code: isFull ? 'noSpace' : notWritable.has(code ?? '') ? 'notWritable' : 'other',
    detail: message,
  };
}

/** Kept beside the backups until one succeeds; where not even that can be written, the answer is false. */
export async function writeFailure(
  { backupDir }: Pick<BackupPlace, 'backupDir'>,
  failure: BackupFailure,
): Promise<boolean> {
  return writeWhole(path.join(backupDir, failureFile), JSON.stringify(failure)).then(
    () => true,
    () => false,
  );
}

/** Null when the last attempt succeeded, or when what it left cannot be read. */
export async function readFailure({
  backupDir,
}: Pick<BackupPlace, 'backupDir'>): Promise<BackupFailure | null> {
  try {
    return JSON.parse(await readFile(path.join(backupDir, failureFile), 'utf8')) as BackupFailure;
  } catch {
    return null;
  }
}

export async function forgetFailure({ backupDir }: Pick<BackupPlace, 'backupDir'>): Promise<void> {
  await rm(path.join(backupDir, failureFile), { force: true });
}
