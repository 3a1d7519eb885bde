// The note in a data folder that says which command serves it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeDataDir, refuseDataDir } from './data-dir.mjs';
import { runs } from './processes.mjs';

/**
 * Writes `note` (with this process's id) unless a living command has written its own.
 * @param {string} name the file's name in the data folder, such as `running.json`
 * @param {string[]} programs what the command line of a living holder contains one of
 * @returns {{ pid: number } & Record<string, unknown> | undefined} the other's note, or nothing when ours was written
 * @throws Refusal when the data folder cannot be used
 */
export function claim(dataDir, name, note, programs) {
  const file = path.join(dataDir, name);
  makeDataDir(dataDir);
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, ...note }), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (error.code !== 'EEXIST') throw refuseDataDir(dataDir, error);
    }
    const other = readNote(dataDir, name);
    if (other && programs.some((program) => runs(other.pid, program))) return other;
    rmSync(file, { force: true });
  }
}

export function readNote(dataDir, name) {
  try {
    return JSON.parse(readFileSync(path.join(dataDir, name), 'utf8'));
  } catch {
    return undefined;
  }
}

export function writeNote(dataDir, name, note) {
  writeFileSync(path.join(dataDir, name), JSON.stringify(note));
}

export function removeNote(dataDir, name) {
  rmSync(path.join(dataDir, name), { force: true });
}
