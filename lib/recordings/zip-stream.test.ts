import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ZipEntry, zipChunks } from './zip-stream';

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
  for await (const chunk of zipChunks(entries(...files), Date.UTC(2026, 10, 1))) chunks.push(chunk);
  writeFileSync(file, Buffer.concat(chunks));
  const { stdout, stderr } = spawnSync('python3', ['-c', readAll, file], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([null, Object.fromEntries(files)]);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  rmSync(folder, { recursive: true });
});
