// The console, kept running once it has answered; one that ends again and again before that is given up.
import { keepRunning } from './keep-running.mjs';
import { ask } from './ports.mjs';
import { sleep } from './processes.mjs';
import { Refusal, say } from './say.mjs';

const TRIES = 3;

/**
 * @param {{ start: () => import('node:child_process').ChildProcess, healthUrl: string, firstPauseMs?: number, patienceMs?: number }} options
 * @param {(() => Promise<void>)[]} toStop gets what stops it
 * @throws Refusal when it ends three times before it answers, or does not answer in time
 */
export async function keepConsole({ start, healthUrl, firstPauseMs, patienceMs = 60_000 }, toStop) {
  let isReady = false;
  let triesLeft = TRIES;
  const kept = keepRunning({
    start,
    firstPauseMs,
    onEnd: ({ code, signal, pauseMs }) => {
      say(`The console ended (${signal ?? `exit code ${code}`}).`);
      if (!isReady) triesLeft--;
      if (triesLeft > 0) say(`Starting it again in ${pauseMs / 1000} s.`);
      else void kept.stop();
    },
  });
  toStop.push(() => kept.stop());

  const deadline = Date.now() + patienceMs;
  while ((await ask(healthUrl))?.status !== 200) {
    if (triesLeft === 0) throw new Refusal('The console would not start.');
    if (Date.now() > deadline) {
      throw new Refusal(`The console did not answer at ${healthUrl} within ${patienceMs / 1000} s.`);
    }
    await sleep(100);
  }
  isReady = true;
}
