import { stat } from 'node:fs/promises';
import path from 'node:path';
import {
  type Backup,
  type BackupFailure,
  type BackupKeeper,
  type BackupSummary,
  type BackupWork,
  madeAtOf,
  summaryOf,
} from '@/lib/domain/backups/backup';
import { readFailure } from './backup-failure';
import {
  folderOf,
  listBackupNames,
  manifestFile,
  readCheck,
  readManifest,
  removeBackup,
} from './backup-folder';
import { freeBytesAt } from './free-space';
import { readWork } from './hold-backups';

/** Runs `npm run backup` with these options to its end; what it says last is its reason when it fails. */
export type BackupProgram = (options: string[]) => Promise<{ code: number; said: string }>;

/** The exit code of a program that found another one at work. */
export const busyExitCode = 3;

/**
 * The backups of the installation that this process serves. Whatever reads the database as a whole is done by a program of its own, so
 * that no call waits for it.
 */
export function keepBackups(backupDir: string, run: BackupProgram): BackupKeeper {
  const folder = { backupDir };
  let begun: BackupWork | null = null;
  let unwritten: BackupFailure | null = null;

  /** A manifest names every file; what is shown of it is read once. */
  const summaries = new Map<string, { writtenAt: number; summary: BackupSummary }>();

  const read = async (name: string): Promise<Backup> => {
    const place = folderOf(folder, name);
    const writtenAt = (await stat(path.join(place, manifestFile)).catch(() => null))?.mtimeMs ?? 0;
    let known = summaries.get(name);
    if (known?.writtenAt !== writtenAt) {
      const manifest = await readManifest(place);
      known = manifest ? { writtenAt, summary: summaryOf(manifest) } : undefined;
      if (known) summaries.set(name, known);
    }
    return { name, madeAt: madeAtOf(name), summary: known?.summary ?? null, check: await readCheck(place) };
  };

  const begin = async (kind: BackupWork['kind'], name: string, options: string[]): Promise<boolean> => {
    if (begun || (await readWork(folder)) || begun) return false;
    begun = { kind, name, startedAt: Date.now(), stage: 'copying', done: 0, total: null };
    const fails = (detail: string) => {
      if (kind === 'making') unwritten = { at: Date.now(), code: 'other', detail };
    };
    void run(options)
      .then(
        ({ code, said }) => {
          if (code === 0 && kind === 'making') unwritten = null;
          else if (code !== 0 && code !== busyExitCode) fails(said);
        },
        (error: Error) => fails(error.message),
      )
      .finally(() => {
        begun = null;
      });
    return true;
  };

  return {
    list: async () => {
      const names = await listBackupNames(folder);
      for (const name of summaries.keys()) if (!names.includes(name)) summaries.delete(name);
      return Promise.all(names.map(read));
    },
    work: async () => (await readWork(folder)) ?? begun,
    failure: async () => (await readFailure(folder)) ?? unwritten,
    place: async () => ({ folder: backupDir, freeBytes: await freeBytesAt(backupDir) }),
    make: (origin) => begin('making', '', ['--origin', origin]),
    check: (name) => begin('checking', name, ['--verify', name]),
    remove: (name) => removeBackup(folder, name),
  };
}
