import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { folder } from '@/scripts/folder.mjs';
import { moveClock } from './move-clock.mjs';
import { officeTimeZone } from './office-day';

const preloaded = pathToFileURL(path.join(folder, 'tests', 'journeys', 'preload-clock.mjs')).href;

/** Of a console whose clock a journey moves: whoever moves it writes into the data folder how far. */
export const movedClockSettings = { NODE_OPTIONS: `--import=${preloaded}` };

/** A clock of the console, its line and its browsers, ahead of the machine's. */
export class MovedClock {
  #aheadMs = 0;
  constructor(private readonly dataDir: string) {}

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  officeDay(): string {
    return wallTimeAt(this.now(), officeTimeZone).date;
  }

  advance(ms: number): void {
    this.#aheadMs += ms;
    writeFileSync(path.join(this.dataDir, 'clock-ahead'), String(this.#aheadMs));
  }

  /** The pages opened in it from now on go by this clock as it stands. */
  async inBrowser(context: BrowserContext): Promise<void> {
    await context.addInitScript({ content: `(${moveClock})(() => ${this.#aheadMs})` });
  }
}
