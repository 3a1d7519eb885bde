// One install or build of a checkout at a time, whoever started it.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { folder } from './folder.mjs';
import { isAlive, sleep } from './processes.mjs';
import { say } from './say.mjs';

// Not inside the checkout: `npm ci` empties node_modules and a build empties .next.
const lock = path.join(
  os.tmpdir(),
  `callboard-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.lock`,
);

export async function exclusively(work) {
  let hasSaid = false;
  while (!take()) {
    if (!hasSaid) say('Another command is installing or building this checkout; waiting for it.');
    hasSaid = true;
    await sleep(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (isLeftBehind()) rmSync(lock, { force: true });
  return false;
}

function isLeftBehind() {
  try {
    const holder = readFileSync(lock, 'utf8');
    if (holder) return Number(holder) === process.pid || !isAlive(Number(holder));
    return Date.now() - statSync(lock).mtimeMs > 10_000;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return false;
  }
}
