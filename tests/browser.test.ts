import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { findBrowser } from './browser';

const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, line: string) {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return { name, find: () => file };
}
const good = program('good', 'echo Chromium 153');
const broken = program('broken', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127');
const absent = { name: 'absent', find: () => undefined };

test('a browser that cannot run is passed over for the next', async () => {
  expect(await findBrowser('', [absent, broken, good])).toBe(good.find());
});

test('nothing is unpacked or downloaded once one runs', async () => {
  const download = { name: 'a download', find: vi.fn() };
  await findBrowser('', [good, download]);
  expect(download.find).not.toHaveBeenCalled();
});

test('without any that runs, each is named with what it said', async () => {
  const unreachable = { name: 'a download', find: () => Promise.reject(new Error('no network')) };
  await expect(findBrowser('', [absent, broken, unreachable])).rejects.toThrow(
    'No Chromium to test in. Install one (apt install chromium), or set CHROMIUM_PATH.\n' +
      '  broken: libnss3.so: cannot open shared object file\n' +
      '  a download: no network',
  );
});

test('the chosen one is taken, or refused by the name of the setting', async () => {
  expect(await findBrowser(good.find(), [])).toBe(good.find());
  await expect(findBrowser('/nowhere/chromium', [good])).rejects.toThrow(
    'CHROMIUM_PATH=/nowhere/chromium does not run: spawnSync /nowhere/chromium ENOENT',
  );
  await expect(findBrowser(broken.find(), [good])).rejects.toThrow('does not run: libnss3.so');
});
