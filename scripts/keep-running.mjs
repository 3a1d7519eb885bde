// Keeps one program running: when it ends unasked it is started again, after a growing pause.
import { spawn } from 'node:child_process';
import { isAlive, stop as stopProcess } from './processes.mjs';

/**
 * @param {{
 *   start: () => import('node:child_process').ChildProcess,
 *   onEnd?: (how: { code: number | null, signal: string | null, pauseMs: number }) => void,
 *   firstPauseMs?: number, longestPauseMs?: number, settledAfterMs?: number,
 * }} options a program that lived `settledAfterMs` is forgiven its earlier ends
 */
export function keepRunning({
  start,
  onEnd = () => {},
  firstPauseMs = 500,
  longestPauseMs = 15_000,
  settledAfterMs = 60_000,
}) {
  let child;
  let timer;
  let isStopping = false;
  let pauseMs = firstPauseMs;

  const launch = () => {
    const startedAt = Date.now();
    child = start();
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      if (Date.now() - startedAt > settledAfterMs) pauseMs = firstPauseMs;
      onEnd({ code, signal, pauseMs });
      if (isStopping) return;
      timer = setTimeout(launch, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };
  launch();

  return {
    get pid() {
      return child.pid;
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      if (child.exitCode === null && isAlive(child.pid)) await stopProcess(child.pid);
    },
  };
}

/** A program whose end is reported even when it could not be started at all. */
export function spawnReporting(program, args, options) {
  const child = spawn(program, args, options);
  child.once('error', (error) => {
    process.stderr.write(`${program}: ${error.message}\n`);
    if (child.pid === undefined) child.emit('exit', 1, null);
  });
  return child;
}
