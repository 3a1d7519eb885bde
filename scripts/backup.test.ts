// Backups and restores by the commands that do them in earnest.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '@/db/store';
import { insertTestCompany } from '@/lib/operations/employees/testing';

const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-backup-'));
const dataDir = path.join(folder, 'data');
const backupDir = path.join(folder, 'backups');
const environment = {
  PATH: process.env.PATH,
  ENV_FILE: 'none',
  DATA_DIR: dataDir,
  BACKUP_DIR: backupDir,
  PUBLIC_URL: 'https://calls.example.com',
  AUTH_SECRET: 'a-secret-that-nobody-guesses-1234567890',
  TWILIO_ACCOUNT_SID: `AC${'0a'.repeat(16)}`,
  TWILIO_AUTH_TOKEN: '0b'.repeat(16),
  TWILIO_API_KEY_SID: `SK${'0c'.repeat(16)}`,
  TWILIO_API_KEY_SECRET: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
  TWILIO_TWIML_APP_SID: `AP${'0d'.repeat(16)}`,
} as never;
const run = (...command: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...command], { encoding: 'utf8', env: environment });

beforeAll(async () => {
  const store = await openStore({ dataDir });
  await insertTestCompany(store, 1);
  await store.tx(async (db) => {
    const name = 'x'.repeat(500);
    const rows = (from: number) =>
      Array.from({ length: 1000 }, (_, at) => ({ name: `${from + at} ${name}`, value: at }));
    for (let from = 0; from < 40_000; from += 1000) await db.q.insert(db.t.counters).values(rows(from));
  });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const backups = () => readdirSync(backupDir).filter((name) => name.endsWith('Z'));

test('one that is killed in the middle leaves nothing that looks like a backup, and the next one sweeps it', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/backup.ts'], { env: environment });
  const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
  rmSync(backupDir, { recursive: true, force: true });
  await new Promise<void>((resolve) => {
    const seen = watch(folder, { recursive: true }, (_, name) => {
      if (!name?.endsWith('callboard.db')) return;
      seen.close();
      child.kill('SIGKILL');
      resolve();
    });
  });
  expect(await ended).toBe('SIGKILL');
  expect(backups()).toEqual([]);
  expect(readdirSync(backupDir).some((name) => name.endsWith('.part'))).toBe(true);

  const { status, stdout } = run('scripts/backup.ts');
  expect(stdout).toMatch(/^\S+Z: \d+ rows and 1 files, \d+\.\d MB, schema \S+, equal to the database/);
  expect(status).toBe(0);
  expect(readdirSync(backupDir)).toEqual(backups());
});

test('a backup is listed, read, and restored into an empty folder', () => {
  const [name] = backups() as [string];
  expect(run('scripts/backup.ts', '--list').stdout).toContain(`${name}: `);
  expect(run('scripts/backup.ts', '--verify')).toMatchObject({ status: 0, stdout: `${name}: sound\n` });
  const into = path.join(folder, 'restored');
  const { status, stdout } = run('scripts/restore.ts', name, '--into', into);
  expect(stdout).toMatch(/Restored: \d+ rows in \d+ tables and 1 files, equal to the backup\./);
  expect(status).toBe(0);
  expect(existsSync(path.join(into, 'callboard.db'))).toBe(true);
  expect(existsSync(path.join(into, 'running.json'))).toBe(false);
});

test('a restore is refused over an installation, and while a console runs on it', () => {
  const [name] = backups() as [string];
  expect(run('scripts/restore.ts', name)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('add --replace'),
  });
  const console = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'start.mjs']);
  writeFileSync(
    path.join(dataDir, 'running.json'),
    JSON.stringify({ pid: console.pid, url: 'http://127.0.0.1:3000' }),
  );
  const refused = run('scripts/restore.ts', name, '--replace');
  console.kill();
  expect(refused).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('A console runs on that installation (http://127.0.0.1:3000)'),
  });
  expect(existsSync(path.join(dataDir, 'running.json'))).toBe(true);
});

test('nothing starts on a restore that was broken off, until it is finished or taken back', () => {
  expect(run('scripts/restore.ts', '--finish')).toMatchObject({
    status: 1,
    stdout: 'No restore was broken off here.\n',
  });
  const marker = path.join(dataDir, 'restore-unfinished.json');
  writeFileSync(marker, JSON.stringify({ names: [], before: null, isPlaced: false }));
  const [name] = backups() as [string];
  for (const command of [
    ['scripts/prepare.ts'],
    ['scripts/backup.ts'],
    ['scripts/restore.ts', name, '--replace'],
  ]) {
    expect(run(...command)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('npm run restore -- --finish'),
    });
  }
  expect(run('scripts/restore.ts', '--take-back')).toMatchObject({ status: 0 });
  expect(existsSync(marker)).toBe(false);
  expect(existsSync(path.join(dataDir, 'callboard.db'))).toBe(true);
});

test('what cannot be done is said in a line', () => {
  expect(run('scripts/restore.ts')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('Which backup?'),
  });
  expect(run('scripts/backup.ts', '--verify', '2020-01-01T00-00-00Z')).toMatchObject({
    status: 1,
    stdout: `There is no such backup in ${backupDir}\n`,
  });
});
