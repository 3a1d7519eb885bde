import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dismissEarlierLine, lineNote, runningLinePort, startLine } from './line.mjs';
import { ask, freePort } from './ports.mjs';
import { isAlive } from './processes.mjs';
import { readNote, writeNote } from './running.mjs';
import { resolveSettings } from './settings.mjs';

let dataDir: string;
let toStop: (() => Promise<void>)[];
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-line-'));
  toStop = [];
});
afterEach(async () => {
  for (const stop of toStop) await stop();
  rmSync(dataDir, { recursive: true });
});
const settingsOf = async (environment: Record<string, string> = {}) => ({
  ...resolveSettings(dataDir, { DATA_DIR: dataDir, LINE_PORT: String(await freePort()), ...environment }),
  node: process.execPath,
});

/** The simulator of a command that was killed: it runs, and its note lies in the data folder. */
async function leaveLine({ linePort, variables }: Awaited<ReturnType<typeof settingsOf>>) {
  const child = spawn(process.execPath, ['scripts/line-simulator/main.ts'], {
    env: variables as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  toStop.push(async () => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  writeNote(dataDir, 'line-simulator.json', lineNote(child.pid, { linePort, variables }));
  return child.pid!;
}

test('a simulator left behind by a killed command is taken over with its calls', async () => {
  const settings = await settingsOf();
  const pid = await leaveLine(settings);
  await dismissEarlierLine(settings);
  expect(await startLine(settings, toStop)).toBe(`http://127.0.0.1:${settings.linePort}`);
  expect(readNote(dataDir, 'line-simulator.json')?.pid).toBe(pid);
  expect(runningLinePort(dataDir)).toBe(settings.linePort);
});

test.each([
  ['when the console has another address now', { PORT: '4000' }],
  ['when no simulator is wanted any more', { PUBLIC_URL: 'https://calls.example.com' }],
])('%s, the one left behind is stopped', async (_, environment) => {
  const settings = await settingsOf();
  const pid = await leaveLine(settings);
  const { linePort } = settings;
  await dismissEarlierLine(await settingsOf({ LINE_PORT: String(linePort), ...environment }));
  expect(isAlive(pid)).toBe(false);
  expect(runningLinePort(dataDir)).toBe(undefined);
});

test('one that knows the former secrets of the demo is stopped', async () => {
  const settings = await settingsOf();
  const pid = await leaveLine(settings);
  rmSync(path.join(dataDir, 'demo-settings.json'));
  await dismissEarlierLine(await settingsOf({ LINE_PORT: String(settings.linePort) }));
  expect(isAlive(pid)).toBe(false);
});

test('the one left behind at another port is stopped, and a new one calls the new address', async () => {
  const pid = await leaveLine(await settingsOf());
  const settings = await settingsOf({ PORT: '4000' });
  await dismissEarlierLine(settings);
  const url = await startLine(settings, toStop);
  expect(isAlive(pid)).toBe(false);
  expect(await ask(`${url}/health`)).toMatchObject({ status: 200 });
  const log = readFileSync(path.join(dataDir, 'line-simulator.log'), 'utf8');
  expect(log).toContain(`${url} for http://127.0.0.1:4000`);
});

test("a port that a stranger's program has is named, with a way out", async () => {
  const stranger = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
  toStop.push(async () => void stranger.close());
  await once(stranger, 'listening');
  const { port } = stranger.address() as AddressInfo;
  await expect(startLine(await settingsOf({ LINE_PORT: String(port) }), toStop)).rejects.toThrow(
    `Port ${port}, wanted for the line simulator, is taken by another program. Choose another: LINE_PORT=`,
  );
});

test('a simulator that does not start is reported with the place of its words', async () => {
  const settings = await settingsOf();
  settings.variables.LINE_NUMBERS = 'none';
  const log = path.join(dataDir, 'line-simulator.log');
  await expect(startLine(settings, toStop)).rejects.toThrow(
    `The line simulator did not start; its words are in ${log}`,
  );
  expect(readFileSync(log, 'utf8')).toContain('LINE_NUMBERS is malformed');
});
