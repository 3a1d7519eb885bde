import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { migrationTags } from '@/db/applied-migrations';
import { openDatabaseFile, readContentsOf, settleFile } from '@/db/database-file';
import { openStore, type Store } from '@/db/store';
import { type BackupManifest, backupNameAt } from '@/lib/domain/backups/backup';
import { isAuditFile } from './audit-files';
import {
  type BackupPlace,
  folderOf,
  forgetCheck,
  listBackupNames,
  readManifest,
  unfinished,
  writeManifest,
} from './backup-folder';
import { holdBackups } from './hold-backups';
import { flush, hashFile, listFilesOf } from './kept-files';

export type VisitedBackup = {
  name: string;
  madeAt: number;
  /** Holds `recordings` and `attachments` as a data folder does. */
  folder: string;
};

export type BackupsVisited = {
  rewritten: string[];
  untouched: string[];
  /** Nothing could be read of them, so that nothing was taken out of them either: delete them. */
  unreadable: string[];
};

/**
 * Opens every backup as a store of its own, one after the other, newest first, and keeps what `visit` changed in it: for erasing a person
 * from the past too. `visit` works on a copy with the newest schema and returns whether it changed anything. A changed copy is vacuumed, so
 * that nothing of what was deleted stays in its bytes, and takes the place of the old one together with a new manifest, in one
 * step; then the files go that its database does not speak of any more. `visit` may remove files of the backup's folder itself, too. A process
 * that is killed leaves each backup as it was or as it is to be; visiting once more ends the work, and sweeps what a kill left
 * behind. The work is done in the calling process: give it one of its own where calls are waiting.
 * @throws BackupsBusy while a backup is made or checked, and whatever `visit` throws; backups visited before stay changed.
 */
export async function forEachBackup(
  place: BackupPlace,
  visit: (store: Store, backup: VisitedBackup) => Promise<boolean>,
): Promise<BackupsVisited> {
  const visited: BackupsVisited = { rewritten: [], untouched: [], unreadable: [] };
  const name = backupNameAt(Date.now());
  return holdBackups(place, { kind: 'rewriting', name }, async (progress) => {
    const names = await listBackupNames(place);
    for (const [index, name] of names.entries()) {
      progress('reading', index, names.length);
      visited[await visitOne(place, name, visit)].push(name);
    }
    return visited;
  });
}

async function visitOne(
  place: BackupPlace,
  name: string,
  visit: (store: Store, backup: VisitedBackup) => Promise<boolean>,
): Promise<keyof BackupsVisited> {
  const manifest = await readManifest(folderOf(place, name));
  if (!manifest) return 'unreadable';
  return (await rewrite(place, name, manifest, visit)) ? 'rewritten' : 'untouched';
}

async function rewrite(
  { backupDir, migrationsDir }: BackupPlace,
  name: string,
  manifest: BackupManifest,
  visit: (store: Store, backup: VisitedBackup) => Promise<boolean>,
): Promise<boolean> {
  const folder = folderOf({ backupDir }, name);
  const part = path.join(folder, `rewritten${unfinished}`);
  await removeStrays(folder, manifest);
  await mkdir(part, { mode: 0o700 });
  try {
    const file = path.join(part, 'callboard.db');
    await copyFile(path.join(folder, manifest.database.file), file);
    await chmod(file, 0o600);
    const store = await openStore({ dataDir: part, migrationsDir });
    const backup = { name, madeAt: manifest.madeAt, folder };
    const isChanged = await visit(store, backup).finally(() => store.close());
    if (!isChanged) return false;
    const tables = await settle(file);
    await flush(file);
    const wanted = [...manifest.files.filter(isAuditFile), ...(await listFilesOf(file))];
    const files = wanted.filter((one) => existsSync(path.join(folder, one.path)));
    const fileName = otherName(manifest.database.file);
    await rename(file, path.join(folder, fileName));
    const tags = migrationTags(manifest.dialect, migrationsDir);
    const renewed: BackupManifest = {
      ...manifest,
      schema: tags.at(-1)!,
      migrations: tags.length,
      database: { file: fileName, ...(await hashFile(path.join(folder, fileName))) },
      tables,
      files,
      missing: wanted.filter((one) => !files.includes(one)).map((one) => one.path),
    };
    await writeManifest(folder, renewed);
    await forgetCheck(folder);
    await removeStrays(folder, renewed);
    return true;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

async function settle(name: string) {
  const file = await openDatabaseFile(name);
  try {
    settleFile(file, { isCompact: true });
    return readContentsOf(file);
  } finally {
    file.close();
  }
}

const otherName = (name: string) => (name === 'callboard.db' ? 'callboard-2.db' : 'callboard.db');

/** Removes what the manifest does not speak of: files taken out, and the database of before. */
async function removeStrays(folder: string, { database, files }: BackupManifest): Promise<void> {
  const kept = new Set([database.file, 'manifest.json', 'check.json', ...files.map((file) => file.path)]);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const name = path.relative(folder, path.join(entry.parentPath, entry.name));
    if (entry.isFile() && !kept.has(name.split(path.sep).join('/'))) await rm(path.join(folder, name));
  }
  await rm(path.join(folder, `rewritten${unfinished}`), { recursive: true, force: true });
}
