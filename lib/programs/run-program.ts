import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

/** How a program ended: its exit code, all it printed, and the last of what it said to either stream. */
export type ProgramEnd = { code: number; printed: string; said: string };

/** Half of what a system lets a program yield to others. */
const yielding = 10;
const lastWords = 2000;

/**
 * Runs a program of this checkout's `scripts` to its end, with our own settings, yielding to the console and ended with it.
 * `given`: what it reads.
 */
export const runProgram = (script: string, options: readonly string[], given = ''): Promise<ProgramEnd> =>
  new Promise((resolve, reject) => {
    const preloaded = ['--import', './scripts/leave-with-parent.mjs', '--import', 'tsx'];
    const child = spawn(process.execPath, [...preloaded, `scripts/${script}`, ...options], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    });
    let printed = '';
    let said = '';
    const listen = (chunk: string) => {
      said = `${said}${chunk}`.slice(-lastWords);
    };
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      listen(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', listen);
    // A program that ends before it has read everything is told of by its exit code.
    child.stdin?.on('error', () => undefined).end(given);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed, said: said.trim() }));
    try {
      if (child.pid) setPriority(child.pid, yielding);
    } catch {
      // It has ended already, or this system lets nobody yield.
    }
    child.unref();
    child.channel?.unref();
  });
