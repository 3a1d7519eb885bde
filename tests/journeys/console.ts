import { test as base, expect } from '@playwright/test';
import { type StandBetween, standBetween } from '../contract/stand-between';
import { crashConsole } from './crash-console';
import { Line } from './line';
import { Records } from './records';
import { type RunningConsole, startConsole } from './start-console';

/** The console of this run as a whole, beside its pages. */
export type Console = {
  url: string;
  dataDir: string;
  /** Ends the console as a power cut would, and waits until its supervisor has it answering again. */
  crash(): Promise<void>;
};

export const test = base.extend<
  { callboard: Console; line: Line; heldToContract: undefined; toldWhenFailed: undefined },
  {
    /** Beside those every console of a journey has; another console is started for them. */
    consoleSettings: Record<string, string>;
    running: RunningConsole & { words(): string; stand: StandBetween };
  }
>({
  consoleSettings: [{}, { option: true, scope: 'worker' }],
  running: [
    async ({ consoleSettings }, use) => {
      let stand: StandBetween | undefined;
      const { stop, ...running } = await startConsole(async (lineUrl) => {
        stand = await standBetween(lineUrl);
        return stand;
      }, consoleSettings);
      await use({ ...running, stand: stand! });
      await stop();
      await expectNothingFound(stand!);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  heldToContract: [
    async ({ running }, use) => {
      await use(undefined);
      await expectNothingFound(running.stand);
    },
    { auto: true },
  ],
  toldWhenFailed: [
    async ({ running }, use, test) => {
      await use(undefined);
      if (test.status === test.expectedStatus) return;
      process.stderr.write(`Its console said last:\n${running.words().slice(-2000)}\n`);
    },
    { auto: true },
  ],
  baseURL: async ({ running }, use) => use(running.url),
  line: async ({ running }, use) => {
    const line = new Line(running.lineUrl);
    await use(line);
    await line.reset();
    const records = new Records(running.dataDir);
    await expect.poll(() => records.openCalls(), { timeout: 30_000 }).toBe(0);
    records.close();
  },
  callboard: async ({ running: { url, dataDir } }, use) => {
    await use({
      url,
      dataDir,
      crash: () => crashConsole({ url, dataDir }),
    });
  },
});

/** Fails with every word between console and line that Twilio does not document. */
async function expectNothingFound(stand: StandBetween): Promise<void> {
  const found = await stand.violations();
  expect(
    found.map(({ of, message }) => `${of}: ${message}`),
    'said against what Twilio documents',
  ).toEqual([]);
}

export { expect };
