import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ask } from '@/scripts/ports.mjs';
import type { RunningConsole } from './start-console';

/** Ends the console as a power cut would, and waits until its supervisor has it answering again. */
export async function crashConsole({ url, dataDir }: Pick<RunningConsole, 'url' | 'dataDir'>): Promise<void> {
  const readPid = () =>
    JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')).consolePid as number;
  const crashed = readPid();
  process.kill(crashed, 'SIGKILL');
  await expect.poll(readPid, { timeout: 30_000 }).not.toBe(crashed);
  await expect.poll(async () => (await ask(`${url}/api/health`))?.status, { timeout: 30_000 }).toBe(200);
}
