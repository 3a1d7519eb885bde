// The demo's line simulator: started beside the console, or found running from an earlier start.
import { createHash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { folder } from './folder.mjs';
import { keepRunning, spawnReporting } from './keep-running.mjs';
import { ask, isFree, urlOf } from './ports.mjs';
import { runs, sleep, stop } from './processes.mjs';
import { readNote, removeNote, writeNote } from './running.mjs';
import { Refusal } from './say.mjs';

const NOTE = 'line-simulator.json';
const PROGRAM = path.join('scripts', 'line-simulator', 'main.ts');

/**
 * The simulator outlives a killed console, so that the calls on it survive; the next start takes it over.
 * @param {{ node: string, linePort: number, dataDir: string, variables: Record<string, string> }} settings
 * @param {(() => Promise<void>)[]} toStop gets what stops it
 * @returns {Promise<string>} its address
 * @throws Refusal when its port is taken or it does not start
 */
export async function startLine({ node, linePort, dataDir, variables }, toStop) {
  const url = urlOf('127.0.0.1', linePort);
  const earlier = earlierLine(dataDir);
  if (earlier && serves(earlier, { linePort, variables })) {
    toStop.push(async () => {
      await stop(earlier.pid);
      removeNote(dataDir, NOTE);
    });
    return url;
  }
  if (!(await isFree(linePort, '127.0.0.1'))) {
    throw new Refusal(
      (await isLine(url))
        ? `Port ${linePort} is taken by the line simulator of another data folder. Choose another: LINE_PORT=${linePort + 100}`
        : `Port ${linePort}, wanted for the line simulator, is taken by another program. Choose another: LINE_PORT=${linePort + 100}`,
    );
  }

  const logFile = path.join(dataDir, 'line-simulator.log');
  let lives = true;
  const kept = keepRunning({
    start: () => {
      const log = openSync(logFile, 'a');
      const child = spawnReporting(node, [PROGRAM], {
        cwd: folder,
        env: variables,
        detached: true,
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      writeNote(dataDir, NOTE, lineNote(child.pid, { linePort, variables }));
      return child;
    },
    onEnd: () => {
      lives = false;
    },
  });
  toStop.push(async () => {
    await kept.stop();
    removeNote(dataDir, NOTE);
  });
  const deadline = Date.now() + 20_000;
  while (!(await isLine(url))) {
    if (!lives || Date.now() > deadline) {
      throw new Refusal(`The line simulator did not start; its words are in ${logFile}`);
    }
    await sleep(50);
  }
  return url;
}

/** Stops the simulator of an earlier start that has other settings, listens elsewhere, hangs, or is no longer wanted at all. */
export async function dismissEarlierLine({ isDemo, linePort, dataDir, variables }) {
  const earlier = earlierLine(dataDir);
  if (!earlier) return;
  const isWanted = isDemo && serves(earlier, { linePort, variables });
  if (isWanted && (await isLine(urlOf('127.0.0.1', linePort)))) return;
  await stop(earlier.pid);
  removeNote(dataDir, NOTE);
}

/** @returns {number | undefined} where the simulator of this data folder listens, when one runs */
export function runningLinePort(dataDir) {
  return earlierLine(dataDir)?.port;
}

function earlierLine(dataDir) {
  const note = readNote(dataDir, NOTE);
  return note && runs(note.pid, PROGRAM) ? note : undefined;
}

function serves(line, { linePort, variables }) {
  return line.port === linePort && line.settings === lineNote(line.pid, { linePort, variables }).settings;
}

/** What the data folder says of a simulator; `settings` stands for the console's address and the secrets it knows. */
export function lineNote(pid, { linePort, variables }) {
  const own = Object.entries(variables).filter(([key]) => /^(TWILIO_|LINE_|PUBLIC_URL$)/.test(key));
  const settings = createHash('sha256').update(JSON.stringify(own.sort())).digest('hex');
  return { pid, port: linePort, settings };
}

async function isLine(url) {
  return (await ask(`${url}/health`))?.body?.product === 'line-simulator';
}
