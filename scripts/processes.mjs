// Starting, awaiting and stopping other programs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const running = new Set();

/** Ends the programs that `run` is waiting for. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}

/** Runs a program to its end. With `quiet` its output is returned instead of shown. */
export function run(program, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether that process runs the named program. Where the system does not tell, being alive is enough. */
export function runs(pid, name) {
  if (!Number.isInteger(pid) || pid === process.pid || pid === process.ppid || !isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name);
  } catch {
    return process.platform !== 'linux';
  }
}

export function sleep(delayMs) {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** Asks a process to end and, when it does not within `patienceMs`, ends it. */
export async function stop(pid, patienceMs = 10_000) {
  const deadline = Date.now() + patienceMs;
  try {
    process.kill(pid, 'SIGTERM');
    while (isAlive(pid) && Date.now() < deadline) await sleep(50);
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
