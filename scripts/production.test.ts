// An installation with a phone account of its own, prepared and administered by the commands that do it in earnest.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '@/db/store';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-production-'));
const run = (...command: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...command], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      ENV_FILE: 'none',
      DATA_DIR: dataDir,
      PUBLIC_URL: 'https://calls.example.com',
      AUTH_SECRET: 'a-secret-that-nobody-guesses-1234567890',
      TWILIO_ACCOUNT_SID: `AC${'0a'.repeat(16)}`,
      TWILIO_AUTH_TOKEN: '0b'.repeat(16),
      TWILIO_API_KEY_SID: `SK${'0c'.repeat(16)}`,
      TWILIO_API_KEY_SECRET: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
      TWILIO_TWIML_APP_SID: `AP${'0d'.repeat(16)}`,
    } as never,
  });

let store: Store;
beforeAll(async () => {
  expect(run('scripts/prepare.ts')).toMatchObject({ status: 0, stdout: '' });
  store = await openStore({ dataDir });
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

test('begins with its departments, without people, cards or calls, and without files of a demo', async () => {
  const { q, t } = store.read;
  expect(await q.select().from(t.departments)).toHaveLength(4);
  for (const table of [t.employees, t.counterparties, t.calls])
    expect(await q.select().from(table)).toEqual([]);
  expect(readdirSync(dataDir).filter((name) => !name.startsWith('callboard.db'))).toEqual(['audit-key']);
});

test('lets its first administrator in by a link at its public address', async () => {
  const { status, stdout } = run(
    'scripts/admin.ts',
    '--email',
    'anna@example.com',
    '--name',
    'Иванова Анна Петровна',
  );
  expect(stdout).toMatch(
    /to set the password of anna@example\.com:\n {2}https:\/\/calls\.example\.com\/\S+\n$/,
  );
  expect(status).toBe(0);
  const { q, t } = store.read;
  expect(await q.select().from(t.employees)).toMatchObject([
    { surname: 'Иванова', roles: ['administrator'] },
  ]);
});

test('keeps its departments through a second start', async () => {
  expect(run('scripts/prepare.ts').status).toBe(0);
  const { q, t } = store.read;
  expect(await q.select().from(t.departments)).toHaveLength(4);
});
