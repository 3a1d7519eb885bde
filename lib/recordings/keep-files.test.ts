import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepFiles } from './keep-files';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-recordings-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}
const textOf = async (stream: ReadableStream<Uint8Array> | null) => stream && new Response(stream).text();

test('a recording is kept with its length and SHA-256 and read in parts', async () => {
  const keeper = keepFiles(dataDir);
  const sha256 = createHash('sha256').update('RIFF0123456789').digest('hex');
  expect(await keeper.keep('01A', chunks('RIFF', '0123456789'))).toEqual({ length: 14, sha256 });
  expect(await textOf(await keeper.open('01A', { start: 0, end: 13 }, 14))).toBe('RIFF0123456789');
  expect(await textOf(await keeper.open('01A', { start: 4, end: 6 }, 14))).toBe('012');
});

test('what is cut off or empty leaves no file', async () => {
  const keeper = keepFiles(dataDir);
  async function* cutOff() {
    yield Buffer.from('RIFF');
    throw new Error('the line was cut');
  }
  await expect(keeper.keep('01B', cutOff())).rejects.toThrow('the line was cut');
  await expect(keeper.keep('01C', chunks())).rejects.toThrow('empty');
  expect(readdirSync(path.join(dataDir, 'recordings'))).toEqual([]);
});

test('a file that is not there, or shorter than it was, is none; a name is never a path', async () => {
  const keeper = keepFiles(dataDir);
  expect(await keeper.open('01D', { start: 0, end: 3 }, 4)).toBeNull();
  await keeper.keep('01E', chunks('RIFF'));
  expect(await keeper.open('01E', { start: 0, end: 3 }, 5)).toBeNull();
  await expect(keeper.open('../01E', { start: 0, end: 3 }, 4)).rejects.toThrow('no id');
});

test('a file that is not byte for byte the one that was kept is not whole', async () => {
  const keeper = keepFiles(dataDir);
  const kept = await keeper.keep('01F', chunks('RIFF sound'));
  expect(await keeper.isWhole('01F', kept)).toBe(true);
  writeFileSync(path.join(dataDir, 'recordings', '01F.wav'), 'RIFF souNd');
  expect(await keeper.isWhole('01F', kept)).toBe(false);
  writeFileSync(path.join(dataDir, 'recordings', '01F.wav'), 'RIFF');
  expect(await keeper.isWhole('01F', kept)).toBe(false);
});

test('a file is removed, also one that is gone already', async () => {
  const keeper = keepFiles(dataDir);
  await keeper.keep('01G', chunks('RIFF'));
  await keeper.remove('01G');
  await keeper.remove('01G');
  expect(readdirSync(path.join(dataDir, 'recordings'))).toEqual([]);
});
