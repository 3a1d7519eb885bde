import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exclusively } from './exclusively.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-exclusively-'));
  lock = path.join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const hold = (pid: number) => writeFileSync(lock, JSON.stringify({ pid, program: 'start.mjs' }));
const holder = async (...args: string[]) => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', ...args], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
};
const work = () => exclusively(async () => existsSync(lock), { lock, pauseMs: 1 });

test('the lock is held during the work and given back after it, also when the work fails', async () => {
  expect(await work()).toBe(true);
  expect(existsSync(lock)).toBe(false);
  const failing = () => Promise.reject(new Error('no'));
  await expect(exclusively(failing, { lock })).rejects.toThrow('no');
  expect(existsSync(lock)).toBe(false);
});

test('a command waits while another one works', async () => {
  const other = await holder('start.mjs');
  hold(other.pid!);
  let isDone = false;
  const waiting = work().then(() => {
    isDone = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDone).toBe(false);
  other.kill('SIGKILL');
  await waiting;
});

test("a lock whose process number now belongs to another program is nobody's", async () => {
  const stranger = await holder();
  hold(stranger.pid!);
  expect(await work()).toBe(true);
  stranger.kill();
});

test.each(['', '{"pid":', 'null'])("a damaged lock (%j) is nobody's after a while", async (text) => {
  writeFileSync(lock, text);
  utimesSync(lock, new Date(0), new Date(0));
  expect(await work()).toBe(true);
});
