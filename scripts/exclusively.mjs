// One install or build of a checkout at a time, whoever started it.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { folder } from './folder.mjs';
import { runs, sleep } from './processes.mjs';
import { say } from './say.mjs';

/**
 * A place for what is known of this checkout on this machine. Not inside it: `npm ci` empties node_modules and a build
 * empties .next. Not shared: the next user could not remove it.
 * @param {string} ending
 */
export const besideCheckout = (ending) =>
  path.join(
    os.tmpdir(),
    `callboard-${process.getuid?.() ?? os.userInfo().username}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.${ending}`,
  );

const lockOfCheckout = besideCheckout('lock');

/** Does the work once nobody else holds the lock. One whose command was killed is nobody's, even when its process number lives on. */
export async function exclusively(work, { lock = lockOfCheckout, pauseMs = 500 } = {}) {
  let hasSaid = false;
  while (!take(lock)) {
    if (!hasSaid) say('Another command is installing or building this checkout; waiting for it.');
    hasSaid = true;
    await sleep(pauseMs);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  const holder = { pid: process.pid, program: path.basename(process.argv[1]) };
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify(holder), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isLeftBehind(lock)) return false;
    rmSync(lock, { force: true });
  }
}

function isLeftBehind(lock) {
  try {
    const { pid, program } = JSON.parse(readFileSync(lock, 'utf8'));
    return !runs(pid, program);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    // Its holder is writing it at this moment, or was killed while it did.
    return Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 10_000;
  }
}
