import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { ask } from '@/scripts/ports.mjs';
import { Line } from './line';
import { Records } from './records';

/** The console of this run as a whole, beside its pages. */
export type Console = {
  url: string;
  dataDir: string;
  /** Ends the console as a power cut would, and waits until its supervisor has it answering again. */
  crash(): Promise<void>;
};

export const test = base.extend<{ callboard: Console; line: Line }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures it must make from this pattern
  baseURL: async ({}, use) => use(process.env.JOURNEY_CONSOLE_URL),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  line: async ({}, use) => {
    const line = new Line(process.env.JOURNEY_LINE_URL!);
    await use(line);
    await line.reset();
    const records = new Records(process.env.JOURNEY_DATA_DIR!);
    await expect.poll(() => records.openCalls(), { timeout: 20_000 }).toBe(0);
    records.close();
  },
  callboard: async ({ baseURL }, use) => {
    const url = baseURL!;
    const dataDir = process.env.JOURNEY_DATA_DIR!;
    const readPid = () =>
      JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')).consolePid as number;
    await use({
      url,
      dataDir,
      crash: async () => {
        const crashed = readPid();
        process.kill(crashed, 'SIGKILL');
        await expect.poll(readPid, { timeout: 30_000 }).not.toBe(crashed);
        await expect
          .poll(async () => (await ask(`${url}/api/health`))?.status, { timeout: 30_000 })
          .toBe(200);
      },
    });
  },
});

export { expect };
