import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { sleep } from '@/scripts/processes.mjs';
import { browserArgs, findBrowser } from '@/tests/browser';

/** A person at the console in a browser of their own, whose tab can be put behind another one and be put to sleep there. */
export class BackgroundTab {
  private constructor(
    private readonly url: string,
    private readonly browser: ChildProcess,
    private readonly profile: string,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly inFront: Page,
  ) {}

  /** Signs somebody of the demo company in, by their name. */
  static async open(url: string, name: string): Promise<BackgroundTab> {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'callboard-tab-'));
    // A browser that Playwright starts lets every page believe that it is looked at, and throttles none.
    const browser = spawn(
      await findBrowser(),
      [
        ...browserArgs,
        '--headless',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        '--lang=ru-RU',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      { stdio: 'ignore' },
    );
    try {
      const port = await debuggingPort(profile);
      const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
      const context = connected.contexts()[0]!;
      await context.addCookies([{ name: 'locale', value: 'ru', url }]);
      const inFront = context.pages()[0]!;
      const page = await context.newPage();
      await page.goto(`${url}/sign-in`);
      await page.getByRole('button', { name }).click();
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      const devtools = await context.newCDPSession(page);
      return new BackgroundTab(url, browser, profile, context, page, devtools, inFront);
    } catch (error) {
      browser.kill();
      throw error;
    }
  }

  /** The browser is the telephone, and the shift has begun. */
  async beginsShift(): Promise<void> {
    await this.change('PATCH', '/me', { phoneKind: 'browser' });
    await this.change('PUT', '/presence', { chosen: 'available' });
    await this.page.goto(`${this.url}/desk`);
    await this.page.getByRole('main').getByRole('button', { name: 'Начать смену' }).click();
    await this.page.getByRole('button', { name: 'Телефон в браузере: Телефон готов' }).waitFor();
  }

  /** Another tab lies before it. Returns what the page itself knows of it: `hidden`. */
  async goesBehind(): Promise<string> {
    await this.inFront.bringToFront();
    // A Chromium that has no tabs, only windows, hides one that is put away.
    if ((await this.visibility()) === 'visible') await this.showsWindow('minimized');
    return this.visibility();
  }

  /** As Chromium does to a tab that was long behind: nothing in it runs any more. */
  freezes(): Promise<unknown> {
    return this.devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  }

  async comesToFront(): Promise<void> {
    await this.devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await this.showsWindow('normal');
    await this.page.bringToFront();
  }

  /** Takes the call that rings, speaks with the caller, and hangs up. */
  async takesCall(): Promise<void> {
    const bar = this.page.getByRole('region', { name: 'Звонки' });
    await bar
      .getByRole('button', { name: /^Ответить/ })
      .first()
      .click();
    await bar.getByText('Разговор', { exact: true }).waitFor({ timeout: 20_000 });
    await bar.getByRole('button', { name: 'Положить трубку' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Положить трубку' }).click();
    await bar.getByText('Разговор', { exact: true }).waitFor({ state: 'hidden' });
  }

  /** What the API says to this person, asked beside their tab. */
  async read<Answer>(address: string): Promise<Answer> {
    const response = await this.context.request.get(`${this.url}/api/v1${address}`);
    if (!response.ok()) throw new Error(`${address}: ${response.status()}`);
    return (await response.json()) as Answer;
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.browser.once('close', resolve));
    this.browser.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true });
  }

  private visibility(): Promise<string> {
    return this.page.evaluate(() => document.visibilityState);
  }

  private async showsWindow(windowState: 'minimized' | 'normal'): Promise<void> {
    const { windowId } = await this.devtools.send('Browser.getWindowForTarget');
    await this.devtools.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }

  private async change(method: 'PUT' | 'PATCH', address: string, data: object): Promise<void> {
    const headers = { 'idempotency-key': crypto.randomUUID(), 'sec-fetch-site': 'same-origin' };
    const response = await this.context.request.fetch(`${this.url}/api/v1${address}`, {
      method,
      data,
      headers,
    });
    if (!response.ok()) throw new Error(`${address}: ${response.status()}`);
  }
}

const startsWithinMs = 30_000;

/** Chromium writes where it listens into its profile. */
async function debuggingPort(profile: string): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort');
  const until = Date.now() + startsWithinMs;
  while (!existsSync(file)) {
    if (Date.now() > until) throw new Error('Chromium did not start');
    await sleep(100);
  }
  return readFileSync(file, 'utf8').split('\n')[0]!;
}
