import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, test } from './console';
import { cookiesOf, faultsOf, type Look, looks, nameOf } from './look';

/** Who looks at which screens: everybody's own work, and the sections of their role. */
const screens: Record<string, string[]> = {
  Сидорова: [
    '/desk',
    '/reactions',
    '/reactions?scope=department&shape=board&by=person',
    '/reactions?scope=department&shape=calendar',
    '/reactions?scope=department&shape=calendar&span=month',
    '/reactions?view=clientPromise',
    '/reactions?view=escalation',
    '/mailbox',
    '/appeals',
    '/counterparties',
    '/imports',
    '/imports?kind=purchases',
    '/counterparties/duplicates',
    '/calls',
    '/calls/live',
    '/calls/missed',
    '/calls/unfinished',
    '/reviews',
    '/reviews/remarks',
    '/rounds',
    '/rounds?show=ended',
    '/rounds/trends',
    '/complaints',
    '/complaints?state=all',
    '/assignments',
  ],
  Громов: ['/leads'],
  Мельников: [
    '/call-scripts',
    '/call-scripts/inbound-call/calls?step=greeting',
    '/call-scripts/inbound-call/handbook',
    '/call-scripts/inbound-call/checklist',
    '/call-scripts/inbound-call/compare',
    '/reports',
    '/reports/rows?list=calls&figure=lost&period=month',
    '/wallboard',
    '/pay',
  ],
  Жданов: [
    '/settings',
    '/settings/workplace',
    '/settings/employees',
    '/settings/employees/new',
    '/settings/roles',
    '/settings/roles/head',
    '/settings/departments',
    '/settings/departments/new',
    '/settings/times',
    '/settings/reports',
    '/settings/presence',
    '/settings/cities',
    '/settings/projects',
    '/settings/card-fields',
    '/settings/numbers',
    '/settings/connection',
    '/settings/webhooks',
    '/settings/backups',
    '/settings/history',
    '/settings/access-log',
    '/settings/audit-log',
    '/settings/api-tokens',
  ],
};

for (const look of looks) {
  for (const [surname, paths] of Object.entries(screens)) {
    test(`every screen of ${surname} is whole in ${nameOf(look)}`, async ({ browser, baseURL }) => {
      const problems: string[] = [];
      const context = await openAs(browser, baseURL!, look, surname, problems);
      const page = await context.newPage();
      listenTo(page, problems);
      for (const path of await withFirstOfLists(page, paths)) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
        problems.push(...(await faultsOf(page, path)));
        for (const tab of await tabsOf(page)) {
          await page.getByRole('tab', { name: tab, exact: true }).click();
          problems.push(...(await faultsOf(page, `${path} ${tab}`)));
        }
      }
      expect(problems).toEqual([]);
      await context.close();
    });
  }
}

/** The lists' screens, and the first of what stands behind each list. */
async function withFirstOfLists(page: Page, paths: readonly string[]): Promise<string[]> {
  const all = [...paths];
  for (const [list, below] of [
    ['/counterparties', /^\/counterparties\/[0-9A-Z]{26}$/],
    ['/calls', /^\/calls\/[0-9A-Z]{26}$/],
    ['/reactions', /^\/appeals\/[0-9A-Z]{26}$/],
    ['/rounds', /^\/rounds\/[0-9A-Z]{26}$/],
    ['/complaints', /^\/complaints\/[0-9A-Z]{26}$/],
    ['/pay', /^\/pay\/[0-9A-Z]{26}\/\d{4}-\d{2}$/],
    ['/settings/employees', /^\/settings\/employees\/[0-9A-Z]{26}$/],
    ['/settings/departments', /^\/settings\/departments\/[0-9A-Z]{26}$/],
  ] as const) {
    if (!paths.includes(list)) continue;
    await page.goto(list);
    const links = page.locator('main a');
    const first = async () =>
      (await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))).find(
        (href) => below.test(href),
      );
    await expect.poll(first, `${list} leads to what it lists`).toBeDefined();
    all.push((await first())!);
  }
  return all;
}

const tabsOf = async (page: Page): Promise<string[]> =>
  (await page.getByRole('tab', { selected: false }).allInnerTexts()).map((text) => text.trim());

function listenTo(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`${page.url()}: ${message.text()} ${message.location().url}`);
  });
}

async function openAs(
  browser: Browser,
  baseURL: string,
  look: Look,
  surname: string,
  problems: string[],
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, viewport: look.viewport });
  await context.addCookies(cookiesOf(look, baseURL));
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  problems.push(...(await faultsOf(page, '/sign-in')));
  await page.getByRole('button', { name: new RegExp(surname) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
  return context;
}
