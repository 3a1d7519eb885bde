import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '@/tests/browser';
import { writeToneFile } from './tone-file';

export type SoundingBrowser = {
  /** A page whose microphone is the tone, and which says when it hears something. */
  open(url: string, prepare?: (context: BrowserContext) => Promise<unknown>): Promise<Page>;
  close(): Promise<void>;
};

/** A real browser that says one steady tone. */
export async function startSoundingBrowser(): Promise<SoundingBrowser> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'callboard-tone-'));
  const file = path.join(folder, 'tone.wav');
  writeToneFile(file);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [
      ...browserArgs,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  return {
    async open(url, prepare) {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
      for (const script of ['watch-paint.js', 'watch-sound.js']) {
        await context.addInitScript({ path: path.join(import.meta.dirname, script) });
      }
      await prepare?.(context);
      return context.newPage();
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Watching = typeof globalThis & {
  heardAt(): Promise<number>;
  forgetSound(): void;
  press(sought: { selector: string; text: string }): Promise<number>;
};

/** When this page first hears something of its next call, epoch ms. */
export const heardAt = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as Watching).heardAt());

export const forgetSound = (page: Page): Promise<void> =>
  page.evaluate(() => (globalThis as Watching).forgetSound());

/** Presses a button as soon as it can be pressed; returns when that was, epoch ms. */
export const press = (page: Page, selector: string, text: string): Promise<number> =>
  page.evaluate(
    ([selector, text]) => (globalThis as Watching).press({ selector: selector!, text: text! }),
    [selector, text],
  );
