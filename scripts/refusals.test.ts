// What a start or a command says when it cannot do its work: one line, no stack, exit code 1.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from './ports.mjs';

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(os.tmpdir(), 'callboard-refusals-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

function run(args: string[], settings: Record<string, string>, cwd = process.cwd()) {
  return spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ENV_FILE: 'none', ...settings } as never,
  });
}

function expectLine({ status, stdout, stderr }: SpawnSyncReturns<string>, line: RegExp) {
  expect(stdout + stderr).toMatch(line);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
}

describe('npm start', () => {
  test('an address that this machine does not have', async () => {
    const port = String(await freePort());
    expectLine(
      run(['scripts/start.mjs'], { DATA_DIR: scratch, PORT: port, HOST: '203.0.113.1' }),
      new RegExp(`^The console cannot listen on 203\\.0\\.113\\.1, port ${port}: .*EADDRNOTAVAIL`),
    );
  });

  test('a data folder that is a file', () => {
    writeFileSync(path.join(scratch, 'data'), '');
    expectLine(
      run(['scripts/start.mjs'], { DATA_DIR: path.join(scratch, 'data') }),
      /^DATA_DIR=.*data cannot be used: it is a file$/m,
    );
  });
});

describe.each([
  ['npm start', ['scripts/prepare.ts']],
  ['npm run admin', ['scripts/admin.ts', '--email', 'anna@example.com']],
])('%s', (_, command) => {
  test('a database file that is none', () => {
    writeFileSync(path.join(scratch, 'callboard.db'), 'words, again and again. '.repeat(500));
    expectLine(
      run(['scripts/run.mjs', ...command], { DATA_DIR: scratch }),
      /^The database \(DATA_DIR=.*\) cannot be opened: file is not a database$/m,
    );
  });
});

describe('a checkout', () => {
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true });
    writeFileSync(path.join(scratch, name), text);
  };
  beforeEach(() => {
    for (const file of readdirSync('scripts').filter((name) => name.endsWith('.mjs'))) {
      cpSync(path.join('scripts', file), path.join(scratch, 'scripts', file));
    }
    const packages = { 'node_modules/clsx': { version: '2.1.1' } };
    write('package.json', JSON.stringify({ type: 'module', dependencies: { clsx: '2.1.1' } }));
    write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }));
  });

  test('whose packages cannot be installed', () => {
    const offline = { npm_config_registry: 'http://127.0.0.1:1', npm_config_fetch_retries: '0' };
    const cache = path.join(scratch, 'cache');
    expectLine(
      run(['scripts/check.mjs'], { ...offline, npm_config_cache: cache }, scratch),
      /npm error[\s\S]*^The packages could not be installed \(npm ci, above\)\.$/m,
    );
  });

  test('whose machine has no npm', () => {
    expectLine(
      run(['scripts/check.mjs'], { PATH: scratch }, scratch),
      /spawn npm ENOENT[\s\S]*^The packages could not be installed/m,
    );
  });

  test('whose console cannot be built', () => {
    const packages = { 'node_modules/clsx': { version: '2.1.1' } };
    write('node_modules/.package-lock.json', JSON.stringify({ packages }));
    write('node_modules/next/dist/bin/next', "console.log('Type error'); process.exitCode = 1;");
    expectLine(
      run(['scripts/build-console.mjs'], {}, scratch),
      /^Type error\n\nThe console could not be built \(next build, above\)\.$/m,
    );
  });
});
