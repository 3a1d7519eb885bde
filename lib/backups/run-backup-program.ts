import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { BackupProgram } from './keep-backups';

/** Half of what a system lets a program yield to others. */
const yielding = 10;
const lastWords = 2000;

/** The command of this checkout, with our own settings, yielding to the console and ended with it. */
export const runBackupProgram: BackupProgram = (options) =>
  new Promise((resolve, reject) => {
    const preloaded = ['--import', './scripts/leave-with-parent.mjs', '--import', 'tsx'];
    const child = spawn(process.execPath, [...preloaded, 'scripts/backup.ts', ...options], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let said = '';
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-lastWords);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
    try {
      if (child.pid) setPriority(child.pid, yielding);
    } catch {
      // It has ended already, or this system lets nobody yield.
    }
    child.unref();
    child.channel?.unref();
  });
