import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { auditPaths } from './audit-files';
import { type BackupPlace, writeWhole } from './backup-folder';
import { shelfNames } from './kept-files';

export const databaseName = 'callboard.db';
const databaseFiles = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`];

/** The backup of what was there before, or the folder it was set aside in when no backup could be made of it. */
export type Before = { backup: string } | { folder: string } | null;

/** A restore between the first and the last of its renames. */
type Unfinished = {
  /** What it puts in place; everything else of the installation is gone after it. */
  names: string[];
  before: Before;
  /** Everything is in place, and what was there before is being removed. */
  isPlaced: boolean;
};

export type Rename = (from: string, to: string) => Promise<void>;

const markerFile = 'restore-unfinished.json';
/** Where a restore is made ready before it takes the place of what is there. */
export const partOf = (dataDir: string) => path.join(dataDir, 'restore.part');

const asideOf = (dataDir: string, before: Before) =>
  before && 'folder' in before ? before.folder : path.join(dataDir, 'restore.replaced');

/** What a restore puts in the place of what is there: the files, and the database unless it is PostgreSQL's. */
const replacedNames = ({ databaseUrl }: BackupPlace) => [
  ...shelfNames,
  ...auditPaths,
  ...(databaseUrl ? [] : databaseFiles),
];

/** A restore that was killed or failed while it put things in place; null where nothing is mixed. */
export async function readUnfinishedRestore(dataDir: string): Promise<Unfinished | null> {
  const text = await readFile(path.join(dataDir, markerFile), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return null;
    },
  );
  return text === null ? null : (JSON.parse(text) as Unfinished);
}

const write = (dataDir: string, unfinished: Unfinished) =>
  writeWhole(path.join(dataDir, markerFile), JSON.stringify(unfinished));

/** From here on the installation counts as mixed, until the restore is finished or taken back. */
export async function beginPlacing(place: BackupPlace, before: Before): Promise<void> {
  const names = [];
  for (const name of replacedNames(place)) {
    if (await isThere(path.join(partOf(place.dataDir), name))) names.push(name);
  }
  await rm(path.join(place.dataDir, 'restore.replaced'), { recursive: true, force: true });
  await write(place.dataDir, { names, before, isPlaced: false });
}

/** Nothing was put in place. */
export const forgetPlacing = (dataDir: string) => rm(path.join(dataDir, markerFile), { force: true });

/** Sets aside what is there and puts what was restored in its place; begun anew, it goes on where it was broken off. */
export async function finishPlacing(place: BackupPlace, renameFile: Rename = rename): Promise<void> {
  const { dataDir } = place;
  const unfinished = (await readUnfinishedRestore(dataDir))!;
  const { names, before, isPlaced } = unfinished;
  const part = partOf(dataDir);
  const aside = asideOf(dataDir, before);
  if (!isPlaced) {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    for (const name of replacedNames(place)) {
      const isComing = names.includes(name);
      const isWaiting = await isThere(path.join(part, name));
      if (isComing && !isWaiting) continue;
      await move(dataDir, aside, name, renameFile);
      if (isWaiting) await move(part, dataDir, name, renameFile);
    }
    await write(dataDir, { ...unfinished, isPlaced: true });
  }
  await rm(part, { recursive: true, force: true });
  if (!(before && 'folder' in before)) await rm(aside, { recursive: true, force: true });
  await forgetPlacing(dataDir);
}

/** Puts what was there before in its place again. Begun anew, it goes on where it was broken off. */
export async function takeBackPlacing(place: BackupPlace, renameFile: Rename = rename): Promise<void> {
  const { dataDir } = place;
  const { names, before } = (await readUnfinishedRestore(dataDir))!;
  const part = partOf(dataDir);
  const aside = asideOf(dataDir, before);
  for (const name of replacedNames(place)) {
    const isPlaced = names.includes(name) && !(await isThere(path.join(part, name)));
    if (isPlaced) await move(dataDir, part, name, renameFile);
    await move(aside, dataDir, name, renameFile);
  }
  await forgetPlacing(dataDir);
  await rm(part, { recursive: true, force: true });
  await rm(aside, { recursive: true, force: true });
}

const isThere = async (file: string) => (await stat(file).catch(() => null)) !== null;

async function move(from: string, to: string, name: string, renameFile: Rename): Promise<void> {
  const source = path.join(from, name);
  if (await isThere(source)) await renameFile(source, path.join(to, name));
}
