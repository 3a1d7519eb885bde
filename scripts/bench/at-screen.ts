import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '@/tests/browser';

/** Opens the console in a real browser as one of the demo's people. */
export async function openScreen(url: string, name: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArgs });
  try {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
    await context.addCookies([{ name: 'locale', value: 'ru', url }]);
    await context.addInitScript({ path: path.join(import.meta.dirname, 'watch-paint.js') });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByRole('button', { name }).click();
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

type Watching = typeof globalThis & {
  /** Resolves with the moment (epoch ms) at which this text first stood painted in a matching element. */
  paintedAt(selector: string, text: string): Promise<number>;
  isGone(selector: string, text: string): Promise<void>;
  pressUntilPainted(press: Sought, then: Sought): Promise<number>;
};

type Sought = { selector: string; text: string };

export const paintedAt = (page: Page, selector: string, text: string): Promise<number> =>
  page.evaluate(([selector, text]) => (globalThis as Watching).paintedAt(selector!, text!), [selector, text]);

export const isGone = (page: Page, selector: string, text: string): Promise<void> =>
  page.evaluate(([selector, text]) => (globalThis as Watching).isGone(selector!, text!), [selector, text]);

/** Presses a button once it can be pressed and waits for the text, all within the page. Returns the milliseconds from the press to the paint. */
export const pressUntilPainted = (page: Page, press: Sought, then: Sought): Promise<number> =>
  page.evaluate(([press, then]) => (globalThis as Watching).pressUntilPainted(press!, then!), [press, then]);
