import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claim, readNote } from './running.mjs';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-running-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));
const claimIt = (programs = ['start.mjs']) =>
  claim(dataDir, 'running.json', { url: 'http://127.0.0.1:3000' }, programs);
const leave = (pid: number) =>
  writeFileSync(path.join(dataDir, 'running.json'), JSON.stringify({ pid, url: 'http://127.0.0.1:4000' }));

test('the first command takes the data folder', () => {
  expect(claimIt()).toBe(undefined);
  expect(readNote(dataDir, 'running.json')).toEqual({ pid: process.pid, url: 'http://127.0.0.1:3000' });
});

test('the second command learns where the first one answers', async () => {
  const first = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'start.mjs'], {
    stdio: 'ignore',
  });
  await once(first, 'spawn');
  leave(first.pid!);
  expect(claimIt()).toEqual({ pid: first.pid, url: 'http://127.0.0.1:4000' });
  first.kill();
  await once(first, 'exit');
  expect(claimIt()).toBe(undefined);
});

test('a note whose process number now belongs to another program is no hindrance', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(stranger, 'spawn');
  leave(stranger.pid!);
  expect(claimIt()).toBe(undefined);
  stranger.kill();
});

test('a restarted container, where this process has the number of the note, starts', () => {
  leave(process.pid);
  expect(claimIt()).toBe(undefined);
});

test('a damaged note is no hindrance', () => {
  writeFileSync(path.join(dataDir, 'running.json'), '{"pid":');
  expect(claimIt()).toBe(undefined);
});

test('a data folder that is a file is refused by its name', () => {
  writeFileSync(path.join(dataDir, 'file'), '');
  expect(() => claim(path.join(dataDir, 'file'), 'running.json', {}, [])).toThrow(
    /^DATA_DIR=.*file cannot be used: it is a file$/,
  );
});
