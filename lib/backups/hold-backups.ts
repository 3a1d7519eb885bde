import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BackupWork } from '@/lib/domain/backups/backup';
import { type BackupPlace, makeBackupDir, sweepUnfinished, unfinished } from './backup-folder';

const workFile = 'work.json';
const saysEveryMs = 300;

type Note = BackupWork & { pid: number; bornAt: string | null };

/** Somebody else makes or reads a backup in this folder. */
export class BackupsBusy extends Error {
  constructor(readonly work: BackupWork) {
    super(`another backup is under way: ${work.name}`);
  }
}

export type Progress = (stage: BackupWork['stage'], done: number, total: number | null) => void;

/**
 * Does one piece of work on the backups; one at a time, whichever process it is, and what it has come to can be read by all of them. One
 * whose process was killed is nobody's.
 * @throws BackupsBusy
 */
export async function holdBackups<Result>(
  place: Pick<BackupPlace, 'backupDir'>,
  { kind, name }: Pick<BackupWork, 'kind' | 'name'>,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const file = path.join(place.backupDir, workFile);
  await makeBackupDir(place);
  const note: Note = {
    pid: process.pid,
    bornAt: bornAt(process.pid),
    kind,
    name,
    startedAt: Date.now(),
    stage: kind === 'making' ? 'copying' : 'reading',
    done: 0,
    total: null,
  };
  await take(place, file, note);
  let saidAt = 0;
  const progress: Progress = (stage, done, total) => {
    if (Date.now() - saidAt < saysEveryMs) return;
    saidAt = Date.now();
    say(file, { ...note, stage, done, total });
  };
  try {
    await sweepUnfinished(place);
    return await work(progress);
  } finally {
    await rm(file, { force: true });
  }
}

/** The note is there whole or not at all: one half written would count as nobody's. */
async function take(place: Pick<BackupPlace, 'backupDir'>, file: string, note: Note): Promise<void> {
  for (;;) {
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}${unfinished}`;
    await writeFile(draft, JSON.stringify(note), { mode: 0o600 });
    try {
      await link(draft, file);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Swept by whoever began meanwhile.
      if (code === 'ENOENT') continue;
      if (code !== 'EEXIST') throw error;
    } finally {
      await rm(draft, { force: true });
    }
    const other = await readWork(place);
    if (other) throw new BackupsBusy(other);
    await rm(file, { force: true });
  }
}

/** What is under way in this folder; null when nothing is. */
export async function readWork(place: Pick<BackupPlace, 'backupDir'>): Promise<BackupWork | null> {
  try {
    const note = JSON.parse(await readFile(path.join(place.backupDir, workFile), 'utf8')) as Note;
    const { pid: _, bornAt: __, ...work } = note;
    return isAtWork(note) ? work : null;
  } catch {
    return null;
  }
}

/** At once: whoever reads a database as a whole awaits nothing meanwhile. */
function say(file: string, note: Note): void {
  const part = `${file}${unfinished}`;
  try {
    writeFileSync(part, JSON.stringify(note), { mode: 0o600 });
    renameSync(part, file);
  } catch {
    // How far it has come is worth nothing beside the work itself.
  }
}

/** Whether that very process lives: its number may have been given to another one since. */
function isAtWork({ pid, bornAt: before }: Note): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return bornAt(pid) === before;
}

/** When a process began, counted from the start of the machine (proc_pid_stat(5), field 22); null where the system does not tell. */
function bornAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
