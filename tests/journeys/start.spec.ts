import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ask, freePort, isFree } from '@/scripts/ports.mjs';
import { expect, test as withConsole } from './console';
import { spawnStart } from './spawn-start';

const test = withConsole.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it must make from this pattern
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-start-'));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
});

test('a second start of the same data folder points at the console that runs', async ({ callboard }) => {
  const second = spawnStart({ DATA_DIR: callboard.dataDir, PORT: String(await freePort()) });
  expect(await second.exitCode).toBe(0);
  expect(second.words()).toContain(`already runs for this data folder: ${callboard.url}`);
});

test('a port taken by another program is named, with a way out', async ({ callboard, dataDir }) => {
  const { port } = new URL(callboard.url);
  const second = spawnStart({ DATA_DIR: dataDir, PORT: port });
  expect(await second.exitCode).toBe(1);
  expect(second.words()).toContain(`Port ${port} is taken by another program. Choose another: PORT=`);
});

test("another data folder's line simulator is left alone", async ({ line, dataDir }) => {
  const { port } = new URL(line.url);
  const second = spawnStart({ DATA_DIR: dataDir, PORT: String(await freePort()), LINE_PORT: port });
  expect(await second.exitCode).toBe(1);
  expect(second.words()).toContain(`Port ${port} is taken by the line simulator of another data folder`);
});

test('an account half configured stops the start with a line for each gap', async ({ dataDir }) => {
  const start = spawnStart({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    PUBLIC_URL: 'https://calls.example.com',
    TWILIO_ACCOUNT_SID: `AC${'0a'.repeat(16)}`,
  });
  expect(await start.exitCode).toBe(1);
  expect(start.words().match(/^ {2}[A-Z_]+ is missing$/gm)).toEqual([
    '  AUTH_SECRET is missing',
    '  TWILIO_AUTH_TOKEN is missing',
    '  TWILIO_API_KEY_SID is missing',
    '  TWILIO_API_KEY_SECRET is missing',
    '  TWILIO_TWIML_APP_SID is missing',
  ]);
});

test('a database that cannot be reached is named, without its password', async ({ dataDir }) => {
  const start = spawnStart({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    DATABASE_URL: 'postgres://callboard:secret@127.0.0.1:1/callboard',
  });
  expect(await start.exitCode).toBe(1);
  expect(start.words()).toContain('The database (127.0.0.1:1) cannot be opened: connect ECONNREFUSED');
  expect(start.words()).not.toContain('secret');
});

test('when the command itself is killed, the next start takes over the line with its calls, and Ctrl-C stops everything', async ({
  dataDir,
}) => {
  const port = await freePort();
  const linePort = await freePort();
  const settings = { DATA_DIR: dataDir, PORT: String(port), LINE_PORT: String(linePort) };
  const linePid = () => JSON.parse(readFileSync(path.join(dataDir, 'line-simulator.json'), 'utf8')).pid;

  const first = spawnStart(settings);
  await first.isUp();
  const pid = linePid();
  first.process.kill('SIGKILL');
  await expect.poll(() => isFree(port, '127.0.0.1')).toBe(true);
  expect((await ask(`http://127.0.0.1:${linePort}/health`))?.status).toBe(200);

  const next = spawnStart(settings);
  await next.isUp();
  expect(linePid()).toBe(pid);
  expect((await ask(`http://127.0.0.1:${port}/api/health`))?.status).toBe(200);

  next.process.kill('SIGINT');
  expect(await next.exitCode).toBe(0);
  expect(await isFree(port, '127.0.0.1')).toBe(true);
  expect(await isFree(linePort, '127.0.0.1')).toBe(true);
});
