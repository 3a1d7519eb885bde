import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '@/tests/browser';

/** A person at the console in a browser of their own, whose tab can be put behind another one and be put to sleep there. */
export class BackgroundTab {
  private constructor(
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly devtools: CDPSession,
    private readonly inFront: Page,
  ) {}

  /** Signs somebody of the demo company in, by their name. */
  static async open(url: string, name: string): Promise<BackgroundTab> {
    const browser = await chromium.launch({
      executablePath: await findBrowser(),
      // The microphone is a beeping one, allowed without asking.
      args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
    });
    try {
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
      await context.addCookies([{ name: 'locale', value: 'ru', url }]);
      const inFront = await context.newPage();
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.getByRole('button', { name }).click();
      await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
      const devtools = await context.newCDPSession(page);
      // Playwright lets every page believe that it is looked at.
      await devtools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
      return new BackgroundTab(browser, context, page, devtools, inFront);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** The browser is the telephone, and the shift has begun. */
  async beginsShift(): Promise<void> {
    await this.change('PATCH', '/me', { phoneKind: 'browser' });
    await this.change('PUT', '/presence', { chosen: 'available' });
    await this.page.goto('/desk');
    await this.page.getByRole('main').getByRole('button', { name: 'Начать смену' }).click();
    await this.page.getByRole('button', { name: 'Телефон в браузере: Телефон готов' }).waitFor();
  }

  /** Another tab lies before it. Returns what the page itself knows of it: `hidden`. */
  async goesBehind(): Promise<string> {
    await this.inFront.bringToFront();
    return this.page.evaluate(() => document.visibilityState);
  }

  /** As Chromium does to a tab that was long behind: nothing in it runs any more. */
  freezes(): Promise<unknown> {
    return this.devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  }

  async comesToFront(): Promise<void> {
    await this.devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await this.page.bringToFront();
  }

  /** Takes the call that rings, speaks with the caller, and hangs up. */
  async takesCall(): Promise<void> {
    const bar = this.page.getByRole('region', { name: 'Звонки' });
    await bar.getByRole('button', { name: /^Ответить/ }).first().click();
    await bar.getByText('Разговор', { exact: true }).waitFor({ timeout: 20_000 });
    await bar.getByRole('button', { name: 'Положить трубку' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Положить трубку' }).click();
    await bar.getByText('Разговор', { exact: true }).waitFor({ state: 'hidden' });
  }

  /** What the API says to this person, asked beside their tab. */
  async read<Answer>(path: string): Promise<Answer> {
    const response = await this.context.request.get(`/api/v1${path}`);
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
    return (await response.json()) as Answer;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async change(method: 'PUT' | 'PATCH', path: string, data: object): Promise<void> {
    const headers = { 'idempotency-key': crypto.randomUUID(), 'sec-fetch-site': 'same-origin' };
    const response = await this.context.request.fetch(`/api/v1${path}`, { method, data, headers });
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
  }
}
