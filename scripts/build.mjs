// Builds the console when its sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from './exclusively.mjs';
import { folder } from './folder.mjs';
import { run } from './processes.mjs';
import { Refusal, withProgress } from './say.mjs';
import { refuseWhileServing } from './serving.mjs';

const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'scripts/compile-messages.mjs',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];
const built = path.join(folder, '.next');
const stamp = path.join(built, 'callboard-sources');

export function isBuilt() {
  return (
    existsSync(path.join(built, 'BUILD_ID')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashSources(folder)
  );
}

/** @param {string} node the program that runs the build */
export async function ensureBuilt(node) {
  if (isBuilt()) return;
  await exclusively(async () => {
    if (isBuilt()) return;
    refuseWhileServing('pages');
    const hash = hashSources(folder);
    const { code, output } = await withProgress('Building the console (about half a minute)', () =>
      run(node, [path.join(folder, 'node_modules/next/dist/bin/next'), 'build'], {
        cwd: folder,
        quiet: true,
        env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      }),
    );
    if (code !== 0)
      throw new Refusal(`${output.trim()}\n\nThe console could not be built (next build, above).`);
    writeFileSync(stamp, hash);
  });
}

export function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(root, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(root, source) {
  const place = path.join(root, source);
  if (!existsSync(place)) return [];
  const entries = readEntries(place);
  if (!entries) return [source];
  return entries
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesOf(root, `${source}/${name}`));
}

function readEntries(place) {
  try {
    return readdirSync(place);
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
