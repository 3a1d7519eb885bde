// Which consoles run from this checkout. Its packages and its build may not be changed under them: a page, or a part of
// one, that is asked for afterwards would be another's, or gone.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { besideCheckout } from './exclusively.mjs';
import { runs } from './processes.mjs';
import { Refusal } from './say.mjs';

const notesOfCheckout = besideCheckout('serving');

/**
 * Says that this command serves a console from the checkout, until it ends or takes it back.
 * @param {string} url
 * @returns {() => void} takes it back
 */
export function noteServing(url, notes = notesOfCheckout) {
  const note = path.join(notes, String(process.pid));
  mkdirSync(notes, { recursive: true, mode: 0o700 });
  writeFileSync(note, JSON.stringify({ program: path.basename(process.argv[1]), url }));
  return () => rmSync(note, { force: true });
}

/** @throws Refusal while a console is served from the checkout by another command */
export function refuseWhileServing(notes = notesOfCheckout) {
  for (const pid of readPids(notes)) {
    const note = path.join(notes, pid);
    const { program, url } = readNote(note);
    if (program && runs(Number(pid), program)) {
      throw new Refusal(
        `The console at ${url} runs from this folder, whose code has changed since it was started.\n` +
          `Stop it first (Ctrl-C in its window, or: kill ${pid}), or work in another copy of the repository: packages and pages are not replaced under a running console.`,
      );
    }
    if (Number(pid) !== process.pid) rmSync(note, { force: true });
  }
}

function readPids(notes) {
  try {
    return readdirSync(notes);
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function readNote(note) {
  try {
    return JSON.parse(readFileSync(note, 'utf8')) ?? {};
  } catch {
    return {};
  }
}
