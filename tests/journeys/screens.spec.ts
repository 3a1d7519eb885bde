import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from './console';

/** Who looks at which screens: everybody's own work, and the sections of their role. */
const screens: Record<string, string[]> = {
  Сидорова: [
    '/desk',
    '/reactions',
    '/counterparties',
    '/counterparties/import',
    '/calls',
    '/calls/unfinished',
    '/reviews',
  ],
  Громов: ['/leads', '/reactions'],
  Мельников: ['/calls', '/reviews', '/call-scripts'],
  Жданов: ['/settings'],
};
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const looks = [{ locale: 'ru', theme: 'light', viewport: { width: 1440, height: 900 } }] as const;

for (const look of looks) {
  const { locale, theme, viewport } = look;
  test(`every screen is whole in ${locale}, ${theme}, ${viewport.width} px`, async ({ browser, baseURL }) => {
    test.setTimeout(240_000);
    for (const [surname, paths] of Object.entries(screens)) {
      const context = await openAs(browser, baseURL!, look, surname);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
      });
      for (const path of await withFirstOfLists(page, paths)) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
        problems.push(...(await faultsOf(page, path)));
      }
      expect(problems, surname).toEqual([]);
      await context.close();
    }
  });
}

/** The lists' screens, and the first card, appeal and call behind them. */
async function withFirstOfLists(page: Page, paths: readonly string[]): Promise<string[]> {
  const all = [...paths];
  for (const [list, below] of [
    ['/counterparties', /^\/counterparties\/[0-9A-Z]{26}/],
    ['/calls', /^\/calls\/[0-9A-Z]{26}/],
    ['/reactions', /^\/appeals\/[0-9A-Z]{26}/],
  ] as const) {
    if (!paths.includes(list)) continue;
    await page.goto(list);
    await page.locator('main a').first().waitFor();
    const links = await page
      .locator('main a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    const first = links.find((href) => below.test(href));
    expect(first, `${list} leads to what it lists`).toBeDefined();
    all.push(first!);
  }
  return all;
}

/** What axe finds serious, and content wider than the window. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .exclude('[data-base-ui-focus-guard]')
    .analyze();
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${path}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ...(excess > 0 ? [`${path}: ${excess} px wider than the window`] : []),
  ];
}

async function openAs(
  browser: Browser,
  baseURL: string,
  look: (typeof looks)[number],
  surname: string,
): Promise<BrowserContext> {
  const context = await newContext(browser, baseURL, look);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(surname) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
  return context;
}

async function newContext(
  browser: Browser,
  baseURL: string,
  { locale, theme, viewport }: (typeof looks)[number],
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport });
  await context.addCookies([
    { name: 'locale', value: locale, url: baseURL },
    { name: 'theme', value: theme, url: baseURL },
  ]);
  return context;
}
