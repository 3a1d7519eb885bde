// The demo's line simulator: started beside the console, or found running from an earlier start.
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { folder } from './folder.mjs';
import { keepRunning, spawnReporting } from './keep-running.mjs';
import { ask, isFree } from './ports.mjs';
import { runs, sleep, stop } from './processes.mjs';
import { readNote, removeNote, writeNote } from './running.mjs';
import { Refusal } from './say.mjs';

const NOTE = 'line-simulator.json';
const PROGRAM = path.join('scripts', 'line-simulator', 'main.ts');

/**
 * The simulator outlives a killed console, so that the calls on it survive; the next start takes it over.
 * @param {(() => Promise<void>)[]} toStop gets what stops it
 * @returns {Promise<string>} its address
 */
export async function startLine({ node, linePort, dataDir, variables }, toStop) {
  const url = `http://127.0.0.1:${linePort}`;
  const earlier = readNote(dataDir, NOTE);
  const hasEarlier = earlier?.port === linePort && runs(earlier.pid, PROGRAM) && (await isLine(url));
  if (hasEarlier) {
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
      writeNote(dataDir, NOTE, { pid: child.pid, port: linePort });
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

async function isLine(url) {
  return (await ask(`${url}/health`))?.body?.product === 'line-simulator';
}
