import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from './say.mjs';
import { noteServing, refuseWhileServing, servingConsole } from './serving.mjs';

let notes: string;
beforeEach(() => {
  notes = path.join(mkdtempSync(path.join(os.tmpdir(), 'callboard-serving-')), 'serving');
});
afterEach(() => rmSync(path.dirname(notes), { recursive: true }));

const noteOf = (pid: number) => path.join(notes, String(pid));
const serveElsewhere = async (program: string, known = 'start.mjs') => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', program], { stdio: 'ignore' });
  await once(child, 'spawn');
  writeFileSync(noteOf(child.pid!), JSON.stringify({ program: known, url: 'https://callboard.example' }));
  return child;
};

test('packages and pages are not replaced under a console that another command serves', async () => {
  expect(() => refuseWhileServing('pages', notes)).not.toThrow();
  noteServing('http://127.0.0.1:3000', notes);
  const other = await serveElsewhere('start.mjs');
  const refuse = () => refuseWhileServing('pages', notes);
  expect(refuse).toThrow(Refusal);
  expect(refuse).toThrow(`https://callboard.example`);
  expect(refuse).toThrow(`kill ${other.pid}`);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(refuse).not.toThrow();
  expect(existsSync(noteOf(other.pid!))).toBe(false);
});

test('a command does not stand in its own way, and is forgotten when it has taken its note back', () => {
  const takeBack = noteServing('http://127.0.0.1:3000', notes);
  refuseWhileServing('pages', notes);
  expect(existsSync(noteOf(process.pid))).toBe(true);
  takeBack();
  expect(existsSync(noteOf(process.pid))).toBe(false);
});

test.each(['start.mjs', '{"program":', 'null'])("a stranger's process (%j) serves nothing", async (text) => {
  noteServing('http://127.0.0.1:3000', notes);
  const stranger = await serveElsewhere('other.mjs');
  if (text !== 'start.mjs') writeFileSync(noteOf(stranger.pid!), text);
  expect(() => refuseWhileServing('pages', notes)).not.toThrow();
  stranger.kill('SIGKILL');
});

test('a console that follows its sources builds its own pages, but needs its packages', async () => {
  noteServing('http://127.0.0.1:3000', notes);
  const other = await serveElsewhere('dev.mjs', 'dev.mjs');
  expect(servingConsole('pages', notes)).toBeUndefined();
  expect(servingConsole('packages', notes)).toEqual({ pid: other.pid, url: 'https://callboard.example' });
  other.kill('SIGKILL');
});
