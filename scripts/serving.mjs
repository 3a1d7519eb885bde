// Which consoles run from this checkout. Its packages and its build may not be changed under them: a page, or a part
// of one, that is asked for afterwards would be another's, or gone.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { folder } from './folder.mjs';
import { runs } from './processes.mjs';
import { Refusal } from './say.mjs';

// In the checkout, whoever builds it; neither in node_modules nor in .next, which are emptied.
const notesOfCheckout = path.join(folder, '.serving');

/** What follows its sources builds its pages for itself. */
const follower = 'dev.mjs';

/**
 * Says that this command serves a console from the checkout, until it ends or takes it back.
 * @param {string} url
 * @returns {() => void} takes it back
 */
export function noteServing(url, notes = notesOfCheckout) {
  const note = path.join(notes, String(process.pid));
  try {
    mkdirSync(notes, { recursive: true });
    writeFileSync(note, JSON.stringify({ program: path.basename(process.argv[1]), url }));
    // Other accounts that serve from here note it here, too.
    chmodSync(notes, 0o1777);
  } catch (error) {
    // Not ours to write in: then the note is missing, and the console runs all the same.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
  }
  return () => forget(note);
}

/**
 * The console that another command serves from the checkout.
 * @param {'packages' | 'pages'} replaced what would be replaced under it
 * @returns {{ pid: number, url: string } | undefined}
 */
export function servingConsole(replaced, notes = notesOfCheckout) {
  for (const pid of readPids(notes)) {
    const { program, url } = readNote(path.join(notes, pid));
    if (!program || !runs(Number(pid), program)) {
      if (Number(pid) !== process.pid) forget(path.join(notes, pid));
    } else if (replaced === 'packages' || program !== follower) {
      return { pid: Number(pid), url };
    }
  }
  return undefined;
}

/** @throws Refusal while another command serves a console from the checkout */
export function refuseWhileServing(replaced, notes = notesOfCheckout) {
  const served = servingConsole(replaced, notes);
  if (!served) return;
  throw new Refusal(
    `The console at ${served.url} runs from this folder, whose code has changed since it was started.\n` +
      `Stop it first (Ctrl-C in its window, or: kill ${served.pid}), or work in another copy of the repository: packages and pages are not replaced under a running console.`,
  );
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

function forget(note) {
  try {
    rmSync(note, { force: true });
  } catch {
    // Another account's, which forgets it itself.
  }
}
