import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type BackupCheck,
  type BackupManifest,
  backupNameAt,
  backupNamePattern,
  manifestSchema,
} from '@/lib/domain/backups/backup';

/** The installation whose backups these are, and where they lie. */
export type BackupPlace = {
  /** Holds a folder for each backup. */
  backupDir: string;
  /** Where the installation keeps its files, and its database unless `databaseUrl` is given. */
  dataDir: string;
  databaseUrl?: string;
  migrationsDir?: string;
};

export const manifestFile = 'manifest.json';
const checkFile = 'check.json';
/** A folder with this ending is being made, or its maker was killed. */
export const unfinished = '.part';

/** @throws Error when no backup can have that name */
export const folderOf = ({ backupDir }: Pick<BackupPlace, 'backupDir'>, name: string) => {
  if (!backupNamePattern.test(name)) throw new Error('no name of a backup');
  return path.join(backupDir, name);
};

/** Finished backups, newest first: what is being made is not among them. */
export async function listBackupNames({ backupDir }: Pick<BackupPlace, 'backupDir'>): Promise<string[]> {
  const entries = await readdir(backupDir).catch(() => []);
  return entries
    .filter((name) => backupNamePattern.test(name))
    .sort()
    .reverse();
}

/** What was found when the backup was last read as a whole. */
export async function readCheck(folder: string): Promise<BackupCheck | null> {
  return readJson<BackupCheck>(path.join(folder, checkFile));
}

/** Null when there is none that can be read. */
export async function readManifest(folder: string): Promise<BackupManifest | null> {
  const parsed = manifestSchema.safeParse(await readJson(path.join(folder, manifestFile)));
  return parsed.success ? parsed.data : null;
}

async function readJson<Value>(file: string): Promise<Value | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Value;
  } catch {
    return null;
  }
}

/** Written whole or not at all. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  await writeWhole(path.join(folder, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`);
}

export async function writeCheck(folder: string, check: BackupCheck): Promise<void> {
  await writeWhole(path.join(folder, checkFile), JSON.stringify(check));
}

/** Nobody has read it since it was changed. */
export async function forgetCheck(folder: string): Promise<void> {
  await rm(path.join(folder, checkFile), { force: true });
}

/** The file has the former text or the new one, never a part of it; for our own user alone. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${process.pid}${unfinished}`;
  await writeFile(part, text, { mode: 0o600, flush: true });
  await rename(part, file);
}

/** For our own user alone; one that is there stays as it is. */
export async function makeBackupDir({ backupDir }: Pick<BackupPlace, 'backupDir'>): Promise<void> {
  await mkdir(backupDir, { recursive: true, mode: 0o700 });
}

/** A name that no backup has yet. */
export async function newBackupName(place: Pick<BackupPlace, 'backupDir'>, at: number): Promise<string> {
  const plain = backupNameAt(at);
  for (let times = 1; ; times += 1) {
    const name = times === 1 ? plain : `${plain}-${times}`;
    const taken = await stat(folderOf(place, name)).catch(() => null);
    if (!taken) return name;
  }
}

/** False when there is none of this name. It is no backup any more from the first moment on. */
export async function removeBackup(place: Pick<BackupPlace, 'backupDir'>, name: string): Promise<boolean> {
  const folder = folderOf(place, name);
  const doomed = `${folder}${unfinished}`;
  try {
    await rm(doomed, { recursive: true, force: true });
    await rename(folder, doomed);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  await rm(doomed, { recursive: true, force: true });
  return true;
}

/** Removes what makers that were killed left behind. Only for whoever holds the folder. */
export async function sweepUnfinished(place: Pick<BackupPlace, 'backupDir'>): Promise<void> {
  for (const name of await readdir(place.backupDir).catch(() => [])) {
    if (name.endsWith(unfinished))
      await rm(path.join(place.backupDir, name), { recursive: true, force: true });
    else if (backupNamePattern.test(name)) await sweepHalfRewritten(folderOf(place, name));
  }
}

/** A backup that was being rewritten has another database beside its own: a copy to work on, or the one of before. */
async function sweepHalfRewritten(folder: string): Promise<void> {
  const names = await readdir(folder);
  const databases = names.filter((name) => name.endsWith('.db'));
  const manifest = databases.length > 1 ? await readManifest(folder) : null;
  const strays = [
    ...names.filter((name) => name.endsWith(unfinished)),
    ...(manifest ? databases.filter((name) => name !== manifest.database.file) : []),
  ];
  for (const name of strays) await rm(path.join(folder, name), { recursive: true, force: true });
}
