import { stat } from 'node:fs/promises';
import path from 'node:path';
import { differingTables } from '@/db/content-hash';
import { integrityProblemsOf, openDatabaseFile, readContentsOf } from '@/db/database-file';
import type { BackupCheck, BackupManifest, BackupProblem } from '@/lib/domain/backups/backup';
import { type BackupPlace, folderOf, readManifest, writeCheck } from './backup-folder';
import { holdBackups, type Progress } from './hold-backups';
import { hashFile } from './kept-files';

/** Reads every byte of a backup and keeps beside it what was found. @throws BackupsBusy */
export async function checkBackup(place: Pick<BackupPlace, 'backupDir'>, name: string): Promise<BackupCheck> {
  return holdBackups(place, { kind: 'checking', name }, async (progress) => {
    const folder = folderOf(place, name);
    const check = { checkedAt: Date.now(), problems: await problemsOfBackup(folder, progress) };
    await writeCheck(folder, check);
    return check;
  });
}

/** What differs in this folder from what its manifest says. */
export async function problemsOfBackup(
  folder: string,
  progress: Progress = () => {},
): Promise<BackupProblem[]> {
  const manifest = await readManifest(folder);
  if (!manifest) return [{ kind: 'manifest', what: '' }];
  const { database, files } = manifest;
  const total = files.reduce((sum, { length }) => sum + length, database.length);
  let done = 0;
  const problems = await problemsOfFile(folder, { path: database.file, ...database }, 'databaseFile');
  done += database.length;
  progress('reading', done, total);
  if (problems.length === 0) problems.push(...(await problemsOfDatabase(folder, manifest)));
  for (const file of files) {
    problems.push(...(await problemsOfFile(folder, file, 'fileDamaged')));
    done += file.length;
    progress('reading', done, total);
  }
  return problems;
}

async function problemsOfFile(
  folder: string,
  { path: name, length, sha256 }: BackupManifest['files'][number],
  kind: 'databaseFile' | 'fileDamaged',
): Promise<BackupProblem[]> {
  const file = path.join(folder, name);
  const found = await stat(file).catch(() => null);
  if (!found) return [{ kind: 'fileMissing', what: name }];
  if (found.size !== length) return [{ kind, what: name }];
  const isWhole = await hashFile(file).then(
    (hashed) => hashed.sha256 === sha256,
    () => false,
  );
  return isWhole ? [] : [{ kind, what: name }];
}

async function problemsOfDatabase(folder: string, manifest: BackupManifest): Promise<BackupProblem[]> {
  const file = await openDatabaseFile(path.join(folder, manifest.database.file), { isReadonly: true });
  try {
    const broken = integrityProblemsOf(file);
    if (broken.length > 0) return [{ kind: 'integrity', what: broken[0]! }];
    return differingTables(manifest.tables, readContentsOf(file)).map((what) => ({ kind: 'table', what }));
  } finally {
    file.close();
  }
}
