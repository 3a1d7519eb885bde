import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ZipEntry, zipChunks } from './zip-stream';

const at = Date.UTC(2026, 10, 1);

async function* entries(...files: [name: string, text: string][]): AsyncGenerator<ZipEntry> {
  for (const [name, text] of files)
    yield { name, bytes: [Buffer.from(text.slice(0, 2)), Buffer.from(text.slice(2))] };
}

const readAll = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    print(json.dumps([archive.testzip(), {name: archive.read(name).decode() for name in archive.namelist()}]))
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.runIf(hasPython)('the archive is read by others, with names in any language', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-zip-'));
  const file = path.join(folder, 'a.zip');
  const chunks: Uint8Array[] = [];
  const files = [
    ['data.json', '{"a":1}'],
    ['recordings/запись.wav', 'RIFF sound'],
  ] as [string, string][];
  for await (const chunk of zipChunks(entries(...files), at)) chunks.push(chunk);
  writeFileSync(file, Buffer.concat(chunks));
  const { stdout, stderr } = spawnSync('python3', ['-c', readAll, file], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([null, Object.fromEntries(files)]);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  rmSync(folder, { recursive: true });
});

/** A file of many chunks, and what became of it. */
function longFile(last = 1000) {
  const told = { opened: 0, read: 0, isClosed: false };
  async function* bytes() {
    try {
      for (; told.read < last; told.read++) yield Buffer.alloc(64 * 1024);
      throw new Error('the disk is gone');
    } finally {
      told.isClosed = true;
    }
  }
  async function* archive(): AsyncGenerator<ZipEntry> {
    for (;;) {
      told.opened++;
      yield { name: `${told.opened}.wav`, bytes: bytes() };
    }
  }
  return { told, chunks: zipChunks(archive(), at) };
}

test('files are opened one after the other and read no further than they are taken', async () => {
  const { told, chunks } = longFile();
  expect(told.opened).toBe(0);
  for (let taken = 0; taken < 20; taken++) await chunks.next();
  expect(told.opened).toBe(1);
  expect(told.read).toBeGreaterThan(0);
  expect(told.read).toBeLessThan(60);
  await chunks.return(undefined);
});

test('an archive that is taken no further lets go of the file it reads', async () => {
  const { told, chunks } = longFile();
  for (let taken = 0; taken < 20; taken++) await chunks.next();
  await chunks.return(undefined);
  expect(told).toMatchObject({ opened: 1, isClosed: true });
});

test('a file that cannot be read breaks the archive off and is let go of', async () => {
  const { told, chunks } = longFile(10);
  const taking = async () => {
    for await (const chunk of chunks) expect(chunk.byteLength).toBeGreaterThan(0);
  };
  await expect(taking()).rejects.toThrow('the disk is gone');
  expect(told).toMatchObject({ opened: 1, isClosed: true });
});
