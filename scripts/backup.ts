// npm run backup [-- --list | --verify [NAME]]: makes a backup beside a running console or without one, lists them, reads them byte by byte.
import { parseArgs } from 'node:util';
import { rowsOf } from '@/db/content-hash';
import { getErasure } from '@/db/erasures';
import { openStore } from '@/db/store';
import { failureOf, forgetFailure, writeFailure } from '@/lib/backups/backup-failure';
import { folderOf, listBackupNames, readCheck, readManifest } from '@/lib/backups/backup-folder';
import { checkBackup } from '@/lib/backups/check-backup';
import { BackupsBusy } from '@/lib/backups/hold-backups';
import { busyExitCode } from '@/lib/backups/keep-backups';
import { makeBackup } from '@/lib/backups/make-backup';
import { readUnfinishedRestore } from '@/lib/backups/place-restored';
import { type BackupManifest, backupNamePattern, backupOrigins, bytesOf } from '@/lib/domain/backups/backup';
import { decodeWork } from '@/lib/domain/personal-data/erasure-work';
import { backupPlace } from './backup-place';
import { eraseFromBackups } from './erase-from-backups';
import { unfinishedRestoreWords } from './open-store-or-stop';
import { settingsOrStop } from './settings-or-stop';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean' },
    verify: { type: 'boolean' },
    /** Who asked for it; the console says so by itself. */
    origin: { type: 'string', default: 'command' },
    /** An erasure of the console, which must not find the person in any backup. */
    'erase-for': { type: 'string' },
  },
});
const place = backupPlace(settingsOrStop());
// Listening for the end of the console that started it must not keep it from ending itself.
process.channel?.unref();
const origin = backupOrigins.find((one) => one === values.origin) ?? 'command';

try {
  if (values.list) await list();
  else if (values.verify) await verify(positionals);
  else if (values['erase-for']) await eraseFor(values['erase-for']);
  else await make();
} catch (error) {
  if (!(error instanceof BackupsBusy)) throw error;
  console.log(`A backup is being made or checked already (${error.work.name}). Try again when it has ended.`);
  process.exitCode = busyExitCode;
}

async function make(): Promise<void> {
  if (await readUnfinishedRestore(place.dataDir)) {
    console.log(unfinishedRestoreWords);
    process.exitCode = 1;
    return;
  }
  try {
    const { name, manifest } = await makeBackup(place, { origin });
    await forgetFailure(place);
    console.log(`${name}: ${sizeOf(manifest)}, equal to the database. It lies in ${place.backupDir}`);
    for (const file of manifest.missing) console.log(`  Missing before the backup already: ${file}`);
  } catch (error) {
    if (error instanceof BackupsBusy) throw error;
    const failure = failureOf(error, Date.now());
    await writeFailure(place, failure);
    const reason = failure.code === 'noSpace' ? 'There is not enough space' : 'No backup was made';
    console.log(`${reason} (${place.backupDir}): ${failure.detail}`);
    process.exitCode = 1;
  }
}

async function list(): Promise<void> {
  const names = await listBackupNames(place);
  if (names.length === 0) console.log(`There are no backups in ${place.backupDir} yet: npm run backup`);
  for (const name of names) {
    const manifest = await readManifest(folderOf(place, name));
    const check = await readCheck(folderOf(place, name));
    const checked = check
      ? `${check.problems.length === 0 ? 'sound' : 'DAMAGED'} when read at ${new Date(check.checkedAt).toISOString()}`
      : 'compared with the database when made';
    console.log(`${name}: ${manifest ? sizeOf(manifest) : 'its manifest cannot be read'}, ${checked}`);
  }
}

async function verify([wanted]: string[]): Promise<void> {
  const names = await listBackupNames(place);
  const chosen = wanted === undefined ? names : names.filter((name) => name === wanted);
  if (chosen.length === 0) {
    const isName = wanted === undefined || backupNamePattern.test(wanted);
    console.log(
      isName ? `There is no such backup in ${place.backupDir}` : `${wanted} is no name of a backup`,
    );
    process.exitCode = 1;
  }
  for (const name of chosen) {
    const { problems } = await checkBackup(place, name);
    console.log(`${name}: ${problems.length === 0 ? 'sound' : 'DAMAGED'}`);
    for (const { kind, what } of problems) console.log(`  ${kind} ${what}`);
  }
}

async function eraseFor(erasureId: string): Promise<void> {
  const store = await openStore(place);
  try {
    const job = await getErasure(store.read, erasureId);
    if (!job?.work) throw new Error('no such erasure is under way');
    const { subject } = decodeWork(job.work);
    const act = { id: job.id, number: job.number, at: job.createdAt };
    console.log(String(await eraseFromBackups(place, subject, act)));
  } finally {
    await store.close();
  }
}

function sizeOf(manifest: BackupManifest): string {
  const megabytes = (bytesOf(manifest) / 1024 / 1024).toFixed(1);
  const { files, tables, schema } = manifest;
  return `${rowsOf(tables)} rows and ${files.length} files, ${megabytes} MB, schema ${schema}`;
}
