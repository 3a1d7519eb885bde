import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepEarlierPages } from './earlier-pages.mjs';

const dayMs = 86_400_000;
const now = Date.parse('2026-12-01T09:00:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-pages-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const dataDir = () => path.join(folder, 'data');
const build = (name: string, files: Record<string, string>) => {
  const built = path.join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(built, file)), { recursive: true });
    writeFileSync(path.join(built, file), text);
  }
  return built;
};

test('a page of the build before still finds its scripts, also when the new one was built elsewhere', () => {
  keepEarlierPages(dataDir(), build('first', { 'chunks/a1.js': 'a', 'chunks/same.js': 'same' }), now);
  const second = build('second', { 'chunks/b2.js': 'b', 'chunks/same.js': 'same' });
  keepEarlierPages(dataDir(), second, now + dayMs);
  expect(readFileSync(path.join(second, 'chunks/a1.js'), 'utf8')).toBe('a');
  expect(readFileSync(path.join(second, 'chunks/b2.js'), 'utf8')).toBe('b');
});

test('what no build has served for two weeks is kept no longer; what each start serves is', () => {
  keepEarlierPages(dataDir(), build('first', { 'chunks/a1.js': 'a', 'chunks/same.js': 'same' }), now);
  const second = build('second', { 'chunks/same.js': 'same' });
  for (const days of [10, 13, 15]) keepEarlierPages(dataDir(), second, now + days * dayMs);
  const third = build('third', { 'chunks/same.js': 'same' });
  keepEarlierPages(dataDir(), third, now + 15 * dayMs);
  expect(existsSync(path.join(third, 'chunks/a1.js'))).toBe(false);
  expect(existsSync(path.join(dataDir(), 'pages/chunks/a1.js'))).toBe(false);
  expect(existsSync(path.join(dataDir(), 'pages/chunks/same.js'))).toBe(true);
});
