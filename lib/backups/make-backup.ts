import { readFileSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase } from '@/db/copy-database';
import type { BackupManifest, BackupOrigin } from '@/lib/domain/backups/backup';
import { listAuditFiles } from './audit-files';
import {
  type BackupPlace,
  folderOf,
  makeBackupDir,
  newBackupName,
  unfinished,
  writeManifest,
} from './backup-folder';
import { freeBytesAt, NoSpace } from './free-space';
import { holdBackups, type Progress } from './hold-backups';
import { flush, hashFile, linkFile, listFilesOf } from './kept-files';

/** What must stay free for the calls that go on meanwhile. */
const leftFreeBytes = 200 * 1024 * 1024;

/**
 * Makes a backup of the database and of the files it speaks of, which may be used meanwhile. It appears under its name when all of it is on the
 * disk and the copy of the database was found equal to the database.
 * @throws NoSpace, BackupsBusy, and whatever the database or the disk says; nothing is left behind then.
 */
export async function makeBackup(
  place: BackupPlace,
  { origin, at = Date.now() }: { origin: BackupOrigin; at?: number },
): Promise<{ name: string; manifest: BackupManifest }> {
  await makeBackupDir(place);
  const name = await newBackupName(place, at);
  return holdBackups(place, { kind: 'making', name }, async (progress) => {
    await refuseWithoutSpace(place);
    const folder = folderOf(place, name);
    const part = `${folder}${unfinished}`;
    await mkdir(part, { mode: 0o700 });
    try {
      const manifest = await fill(part, place, { origin, at, progress });
      await writeManifest(part, manifest);
      await syncFolder(part);
      await rename(part, folder);
      await syncFolder(place.backupDir);
      return { name, manifest };
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
  });
}

const databaseName = 'callboard.db';

async function fill(
  part: string,
  place: BackupPlace,
  { origin, at, progress }: { origin: BackupOrigin; at: number; progress: Progress },
): Promise<BackupManifest> {
  const file = path.join(part, databaseName);
  const ofAudit = await listAuditFiles(place.dataDir);
  const { dialect, contents, migrations, schema } = await copyDatabase(place, file, { onProgress: progress });
  await chmod(file, 0o600);
  await flush(file);
  const wanted = [...ofAudit, ...(await listFilesOf(file))];
  const files: BackupManifest['files'] = [];
  const missing: string[] = [];
  for (const [index, one] of wanted.entries()) {
    if (await linkFile(one, place.dataDir, part)) files.push(one);
    else missing.push(one.path);
    progress('files', index + 1, wanted.length);
  }
  return {
    format: 1,
    madeAt: at,
    origin,
    version: productVersion(),
    dialect,
    schema,
    migrations,
    database: { file: databaseName, ...(await hashFile(file)) },
    tables: contents,
    files,
    missing,
  };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  // Some systems open no folder; theirs is the risk of the last second.
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Files share their bytes with those of the installation when they lie on one disk, and are not reckoned. */
async function refuseWithoutSpace({ backupDir, dataDir, databaseUrl }: BackupPlace): Promise<void> {
  const freeBytes = await freeBytesAt(backupDir);
  if (freeBytes === null) return;
  const databaseBytes = databaseUrl ? 0 : await sizeOf(path.join(dataDir, databaseName));
  const neededBytes =
    databaseBytes + (await sizeOf(path.join(dataDir, `${databaseName}-wal`))) + leftFreeBytes;
  if (freeBytes < neededBytes) throw new NoSpace(neededBytes, freeBytes);
}

const sizeOf = async (file: string) => (await stat(file).catch(() => null))?.size ?? 0;

/** The version of the product that runs. */
function productVersion(): string {
  const file = path.join(process.cwd(), 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
