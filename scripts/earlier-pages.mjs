// What pages that people have open from an earlier build still fetch: its scripts, styles and pictures.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const keptForMs = 14 * 86_400_000;
/** The time of the files that are another build's. */
const borrowedAt = 0;

/**
 * Keeps this build's files in the data folder, where the next build finds them wherever it is made, and puts those of builds that
 * were served within the last two weeks beside its own. Their names tell their content.
 * @param {string} dataDir
 * @param {string} built the folder of the build's files, which the console lists when it starts
 */
export function keepEarlierPages(dataDir, built, now = Date.now()) {
  const kept = path.join(dataDir, 'pages');
  for (const file of filesIn(built)) {
    const own = path.join(built, file);
    if (statSync(own).mtimeMs === borrowedAt) continue;
    keepAt(own, path.join(kept, file), now);
  }
  for (const file of filesIn(kept)) {
    const earlier = path.join(kept, file);
    if (now - statSync(earlier).mtimeMs > keptForMs) rmSync(earlier);
    else if (!existsSync(path.join(built, file))) keepAt(earlier, path.join(built, file), borrowedAt);
  }
}

function keepAt(from, to, at) {
  mkdirSync(path.dirname(to), { recursive: true });
  if (!existsSync(to)) copyFileSync(from, to);
  utimesSync(to, at / 1000, at / 1000);
}

/** @returns {string[]} the files below a folder, by their paths in it */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
