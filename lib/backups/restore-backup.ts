import { chmod, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { migrationTags } from '@/db/applied-migrations';
import { type Contents, differingTables, rowsOf } from '@/db/content-hash';
import { hasNoEmployees, openDatabaseFile, readContentsOf, settleFile } from '@/db/database-file';
import { fillPostgres, isPostgresEmpty } from '@/db/fill-postgres';
import { openStore } from '@/db/store';
import { type BackupManifest, backupNameAt } from '@/lib/domain/backups/backup';
import { auditPaths } from './audit-files';
import { type BackupPlace, readManifest } from './backup-folder';
import { problemsOfBackup } from './check-backup';
import { flush, linkFile } from './kept-files';
import { makeBackup } from './make-backup';
import {
  type Before,
  beginPlacing,
  databaseName,
  finishPlacing,
  forgetPlacing,
  partOf,
  type Rename,
  readUnfinishedRestore,
  takeBackPlacing,
} from './place-restored';

/** The restore would lose or break something: nothing was changed. */
export class RestoreRefused extends Error {
  constructor(
    readonly code: 'damaged' | 'newer' | 'notEmpty' | 'unfinished' | 'notUnfinished' | 'notTakenBack',
    message: string,
  ) {
    super(message);
  }
}

export type Restored = {
  tables: number;
  rows: number;
  files: number;
  before: Before;
  /** The backup had an older schema. */
  isMigrated: boolean;
};

export type RestoreStage = 'checking' | 'keeping' | 'copying' | 'comparing';

/**
 * Puts the backup in `folder` in the place of what the installation holds, in either database, and reads it again to see that it equals the
 * backup. What is there is backed up first, and replaced only when that is asked for. No console may run on the installation.
 * Broken off while it puts things in place, it leaves the installation marked as mixed (`readUnfinishedRestore`).
 * @throws RestoreRefused, and whatever the database or the disk says
 */
export async function restoreBackup(
  folder: string,
  target: BackupPlace,
  {
    mayReplace = false,
    onStage = () => {},
    rename,
  }: { mayReplace?: boolean; onStage?: (stage: RestoreStage) => void; rename?: Rename } = {},
): Promise<Restored> {
  if (await readUnfinishedRestore(target.dataDir))
    throw new RestoreRefused('unfinished', 'one was broken off');
  onStage('checking');
  const manifest = await readWholeManifest(folder, target);
  const isEmpty = await isInstallationEmpty(target);
  if (!isEmpty && !mayReplace) throw new RestoreRefused('notEmpty', 'there is an installation already');

  const part = partOf(target.dataDir);
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  try {
    onStage('copying');
    const contents = await prepareFile(folder, part, manifest, target);
    // A store that is opened makes a key where there is none.
    for (const name of auditPaths) await rm(path.join(part, name), { recursive: true, force: true });
    for (const file of manifest.files) {
      if (!(await linkFile(file, folder, part))) throw new Error(`${file.path} could not be copied`);
    }
    if (!isEmpty) onStage('keeping');
    const before = isEmpty ? null : await keepBefore(target);
    onStage('comparing');
    if (target.databaseUrl) await (await openStore(target)).close();
    await beginPlacing(target, before);
    if (target.databaseUrl) {
      await fillPostgres(path.join(part, databaseName), target.databaseUrl).catch(async (error) => {
        await forgetPlacing(target.dataDir);
        throw error;
      });
    }
    await finishPlacing(target, rename);
    return {
      tables: Object.keys(contents).length,
      rows: rowsOf(contents),
      files: manifest.files.length,
      before,
      isMigrated: manifest.migrations < migrationTags(manifest.dialect, target.migrationsDir).length,
    };
  } finally {
    if (!(await readUnfinishedRestore(target.dataDir))) await rm(part, { recursive: true, force: true });
  }
}

/** Goes on with a restore that was broken off while it put things in place. @throws RestoreRefused when there is none */
export async function finishRestore(target: BackupPlace): Promise<Before> {
  const unfinished = await unfinishedRestore(target);
  const file = path.join(partOf(target.dataDir), databaseName);
  if (target.databaseUrl && !unfinished.isPlaced) await fillPostgres(file, target.databaseUrl);
  await finishPlacing(target);
  return unfinished.before;
}

/**
 * Puts what was there before in its place again, when a restore was broken off.
 * @throws RestoreRefused when there is none, and for one that has come too far or filled PostgreSQL: it can only be finished
 */
export async function takeBackRestore(target: BackupPlace): Promise<void> {
  const { isPlaced, before } = await unfinishedRestore(target);
  if (isPlaced || target.databaseUrl) {
    throw new RestoreRefused('notTakenBack', before && 'backup' in before ? before.backup : '');
  }
  await takeBackPlacing(target);
}

async function unfinishedRestore({ dataDir }: BackupPlace) {
  const unfinished = await readUnfinishedRestore(dataDir);
  if (!unfinished) throw new RestoreRefused('notUnfinished', 'no restore was broken off');
  return unfinished;
}

async function readWholeManifest(folder: string, { migrationsDir }: BackupPlace): Promise<BackupManifest> {
  const [problem] = await problemsOfBackup(folder);
  if (problem) throw new RestoreRefused('damaged', `${problem.kind} ${problem.what}`.trim());
  const manifest = (await readManifest(folder))!;
  const known = migrationTags(manifest.dialect, migrationsDir);
  if (known[manifest.migrations - 1] !== manifest.schema) {
    throw new RestoreRefused('newer', `it was made by version ${manifest.version} (${manifest.schema})`);
  }
  return manifest;
}

/** Copies the database of the backup, sees that the copy is equal, and brings it to the newest schema. */
async function prepareFile(
  folder: string,
  part: string,
  manifest: BackupManifest,
  { migrationsDir }: BackupPlace,
): Promise<Contents> {
  const file = path.join(part, databaseName);
  await copyFile(path.join(folder, manifest.database.file), file);
  await chmod(file, 0o600);
  refuseDifference(manifest.tables, await contentsOfFile(file));
  const isMigrated = manifest.migrations < migrationTags(manifest.dialect, migrationsDir).length;
  const store = await openStore({ dataDir: part, migrationsDir });
  await store.close();
  const contents = await contentsOfFile(file);
  if (!isMigrated) refuseDifference(manifest.tables, contents);
  await flush(file);
  return contents;
}

async function contentsOfFile(name: string): Promise<Contents> {
  const file = await openDatabaseFile(name);
  try {
    settleFile(file);
    return readContentsOf(file);
  } finally {
    file.close();
  }
}

function refuseDifference(wanted: Contents, found: Contents): void {
  const differing = differingTables(wanted, found);
  if (differing.length > 0) throw new Error(`what was restored differs: ${differing.join(', ')}`);
}

/** Whether nobody has been entered in the installation yet. */
async function isInstallationEmpty({ dataDir, databaseUrl }: BackupPlace): Promise<boolean> {
  if (databaseUrl) return isPostgresEmpty(databaseUrl);
  const file = path.join(dataDir, databaseName);
  if (!(await stat(file).catch(() => null))) return true;
  try {
    const database = await openDatabaseFile(file, { isReadonly: true });
    try {
      return hasNoEmployees(database);
    } finally {
      database.close();
    }
  } catch {
    // A database that cannot be read may still be the only one there is.
    return false;
  }
}

/** A database that is too damaged for a backup is the reason of many a restore: it will be set aside as it is. */
async function keepBefore(target: BackupPlace): Promise<Before> {
  try {
    const { name } = await makeBackup(target, { origin: 'beforeRestore' });
    return { backup: name };
  } catch (error) {
    if (target.databaseUrl) throw error;
    return { folder: path.join(target.dataDir, `replaced-${backupNameAt(Date.now())}`) };
  }
}
