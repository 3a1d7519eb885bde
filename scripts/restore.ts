// npm run restore -- NAME [--into FOLDER | postgres://…] [--replace], or --finish or --take-back: puts a backup in the place of an installation, and proves that it is equal.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { countConnections } from '@/db/fill-postgres';
import { type BackupPlace, folderOf } from '@/lib/backups/backup-folder';
import { BackupsBusy } from '@/lib/backups/hold-backups';
import { type Before, readUnfinishedRestore } from '@/lib/backups/place-restored';
import {
  finishRestore,
  RestoreRefused,
  type RestoreStage,
  restoreBackup,
  takeBackRestore,
} from '@/lib/backups/restore-backup';
import { backupNamePattern } from '@/lib/domain/backups/backup';
import { backupPlace } from './backup-place';
import { unfinishedRestoreWords } from './open-store-or-stop';
import { claim, removeNote } from './running.mjs';
import { Refusal } from './say.mjs';
import { settingsOrStop } from './settings-or-stop';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string' },
    replace: { type: 'boolean' },
    finish: { type: 'boolean' },
    'take-back': { type: 'boolean' },
  },
});
const place = backupPlace(settingsOrStop());

try {
  await restore();
} catch (error) {
  if (!(error instanceof Refusal || error instanceof RestoreRefused || error instanceof BackupsBusy))
    throw error;
  console.log(wordsOf(error));
  process.exitCode = 1;
}

async function restore(): Promise<void> {
  const isGoingOn = values.finish || values['take-back'];
  const folder = isGoingOn ? '' : chosenFolder(positionals[0]);
  const target = targetOf(values.into);
  refuseOthers(
    claim(target.dataDir, 'running.json', { work: 'restore' }, ['start.mjs', 'dev.mjs', 'restore.ts']),
  );
  try {
    if (target.databaseUrl && (await countConnections(target.databaseUrl)) > 0) {
      throw new Refusal('Somebody is connected to that database: stop every console of it first.');
    }
    if (values['take-back']) {
      await takeBackRestore(target);
      console.log('Taken back: what was there before the restore is there again.');
      return;
    }
    if (values.finish) {
      const before = await finishRestore(target);
      console.log('The restore is finished.');
      tellBefore(before);
      return;
    }
    const restored = await restoreBackup(folder, target, { mayReplace: values.replace, onStage: tell });
    const { rows, tables, files, before, isMigrated } = restored;
    const equal = isMigrated
      ? 'equal to the backup, then brought to the newest schema'
      : 'equal to the backup';
    console.log(`Restored: ${rows} rows in ${tables} tables and ${files} files, ${equal}.`);
    tellBefore(before);
    if (target.dataDir !== place.dataDir) console.log(`To use it: DATA_DIR=${target.dataDir} npm start`);
  } catch (error) {
    if (!(error instanceof RestoreRefused) && (await readUnfinishedRestore(target.dataDir))) {
      console.log(unfinishedRestoreWords);
    }
    throw error;
  } finally {
    removeNote(target.dataDir, 'running.json');
  }
}

function tellBefore(before: Before): void {
  if (before && 'backup' in before) console.log(`What was there before is the backup ${before.backup}.`);
  if (before && 'folder' in before) {
    console.log(`No backup could be made of what was there before; it lies in ${before.folder}.`);
  }
}

function chosenFolder(chosen: string | undefined): string {
  if (!chosen) throw new Refusal('Which backup? npm run backup -- --list, then npm run restore -- NAME');
  const folder = backupNamePattern.test(chosen) ? folderOf(place, chosen) : path.resolve(chosen);
  if (!existsSync(folder)) throw new Refusal(`There is no backup ${folder}`);
  return folder;
}

function targetOf(into: string | undefined): BackupPlace {
  if (into === undefined) return place;
  if (/^postgres(ql)?:\/\//.test(into)) return { ...place, databaseUrl: into };
  const dataDir = path.resolve(into);
  return { dataDir, backupDir: path.join(dataDir, 'backups') };
}

function refuseOthers(other: { pid: number; url?: string } | undefined): void {
  if (!other) return;
  if (!other.url) throw new Refusal('Another restore is under way.');
  throw new Refusal(`A console runs on that installation (${other.url}). Stop it first: kill ${other.pid}`);
}

function tell(stage: RestoreStage): void {
  const words: Record<RestoreStage, string> = {
    checking: 'Reading the backup …',
    copying: 'Copying it …',
    keeping: 'Making a backup of what is there …',
    comparing: 'Putting it in place …',
  };
  console.log(words[stage]);
}

function wordsOf(error: Error): string {
  if (!(error instanceof RestoreRefused)) return error.message;
  if (error.code === 'damaged') return `The backup is damaged and was not restored: ${error.message}`;
  if (error.code === 'newer') {
    return `This version does not know the schema of the backup: ${error.message}. Restore it with that version.`;
  }
  if (error.code === 'unfinished') return unfinishedRestoreWords;
  if (error.code === 'notUnfinished') return 'No restore was broken off here.';
  if (error.code === 'notTakenBack') {
    const then = error.message
      ? `, and then restore what was there: npm run restore -- ${error.message} --replace`
      : '';
    return `It has come too far to be taken back. Finish it: npm run restore -- --finish${then}`;
  }
  return 'The installation is not empty. To replace it (a backup of it is made first): add --replace';
}
