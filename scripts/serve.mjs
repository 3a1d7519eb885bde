// Runs the console and what belongs to it until it is told to stop.
import path from 'node:path';
import { ensureBuilt, isBuilt } from './build.mjs';
import { keepEarlierPages } from './earlier-pages.mjs';
import { folder } from './folder.mjs';
import { ensureInstalled, nodeProgram } from './install.mjs';
import { keepConsole } from './keep-console.mjs';
import { spawnReporting } from './keep-running.mjs';
import { dismissEarlierLine, startLine } from './line.mjs';
import { isFree, urlOf } from './ports.mjs';
import { endRunning, run, sleep } from './processes.mjs';
import { claim, removeNote, writeNote } from './running.mjs';
import { Refusal, say } from './say.mjs';
import { noteServing } from './serving.mjs';
import { resolveSettings } from './settings.mjs';

const NOTE = 'running.json';

/**
 * @param {'start' | 'dev'} mode a built console, or one that follows its sources
 * @returns {Promise<number>} the exit code
 */
export async function serve(mode) {
  const settings = resolveSettings(folder, process.env);
  const { port, dataDir, publicUrl } = settings;
  const other = claim(dataDir, NOTE, { port, url: publicUrl }, ['start.mjs', 'dev.mjs', 'restore.ts']);
  if (other?.work === 'restore') {
    throw new Refusal('A backup is being restored into this data folder. Start again when it has ended.');
  }
  if (other) {
    say(`Callboard already runs for this data folder: ${other.url}`);
    say(`Stop it with Ctrl-C in its window, or: kill ${other.pid}`);
    return 0;
  }

  const toStop = [async () => removeNote(dataDir, NOTE)];
  const stopAll = async () => {
    for (const stop of toStop.splice(0).reverse()) await stop();
  };
  const stopAsked = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        say('Stopping …');
        resolve(0);
      });
    }
  });
  try {
    return await Promise.race([stopAsked, bringUp(mode, settings, toStop)]);
  } finally {
    endRunning();
    await stopAll();
  }
}

async function bringUp(mode, settings, toStop) {
  const { isDemo, port, host, dataDir, publicUrl } = settings;
  await dismissEarlierLine(settings);
  if (!(await becomesFree(port, host))) {
    throw new Refusal(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 100} npm run ${mode}`,
    );
  }
  await ensureInstalled();
  const node = nodeProgram();
  const variables = { ...settings.variables, NODE_ENV: mode === 'dev' ? 'development' : 'production' };
  const runTypeScript = (file) =>
    run(node, ['--import', 'tsx', path.join('scripts', file)], { cwd: folder, env: variables });

  if (mode === 'start' && !isBuilt()) {
    if ((await runTypeScript('check-settings.ts')).code !== 0) return 1;
    await ensureBuilt(node);
  }
  // What follows its sources takes a change of them as it comes.
  const forgetServing = noteServing(publicUrl);
  toStop.push(async () => forgetServing());
  // Nobody has a demo open from one build to the next.
  if (mode === 'start' && !isDemo) keepEarlierPages(dataDir, path.join(folder, '.next', 'static'));
  if ((await runTypeScript('prepare.ts')).code !== 0) return 1;

  const lineUrl = isDemo ? await startLine({ ...settings, node, variables }, toStop) : undefined;

  const start = () => {
    const child = startConsole(mode, node, settings, variables);
    writeNote(dataDir, NOTE, { pid: process.pid, consolePid: child.pid, port, url: publicUrl });
    return child;
  };
  await keepConsole({ start, healthUrl: `${urlOf(host, port)}/api/health` }, toStop);
  announce(publicUrl, lineUrl);
  return new Promise(() => {});
}

/** The console of a command that was killed a moment ago needs that moment to leave the port. */
async function becomesFree(port, host, patienceMs = 3000) {
  const deadline = Date.now() + patienceMs;
  try {
    while (!(await isFree(port, host))) {
      if (Date.now() > deadline) return false;
      await sleep(100);
    }
    return true;
  } catch (error) {
    throw new Refusal(`The console cannot listen on ${host}, port ${port}: ${error.message}`);
  }
}

// On a large machine V8 lets garbage pile up to several times what is alive before it collects (node --v8-options). `next
// dev` hands its flags on in NODE_OPTIONS, which refuses these.
const tightMemory = ['--max-semi-space-size=8', '--heap-growing-percent=40'];

function startConsole(mode, node, { host, port }, variables) {
  const next = path.join(folder, 'node_modules', 'next', 'dist', 'bin', 'next');
  const leave = new URL('./leave-with-parent.mjs', import.meta.url).href;
  return spawnReporting(
    node,
    [...(mode === 'start' ? tightMemory : []), '--import', leave, next, mode, '-H', host, '-p', String(port)],
    {
      cwd: folder,
      env: variables,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
}

function announce(publicUrl, lineUrl) {
  say();
  say(`  Callboard               ${publicUrl}`);
  if (lineUrl) {
    say(`  Line simulator          ${lineUrl}   (place a call to the console from here)`);
    say();
    say('  This is a demo: no phone account is configured. .env.example tells how to connect one.');
  }
  say();
  say('  Ctrl-C stops everything.');
  say();
}
