import type { Page } from '@playwright/test';
import type { ConsoleUnderTest } from './console-under-test';
import type { SoundingBrowser } from './sounding-browser';

/** Opens the console as one of the demo's people, whose telephone it becomes: their shift has begun. */
export async function openPhone(
  browser: SoundingBrowser,
  { url }: ConsoleUnderTest,
  name: string,
): Promise<Page> {
  const page = await browser.open(url, (context) =>
    context.addCookies([{ name: 'locale', value: 'ru', url }]),
  );
  await page.goto('/sign-in');
  await page.getByRole('button', { name }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  await change(page, 'PATCH', '/me', { phoneKind: 'browser' });
  await page.goto('/desk');
  await page.getByRole('main').getByRole('button', { name: 'Начать смену' }).click();
  await page.getByRole('button', { name: 'Телефон в браузере: Телефон готов' }).waitFor();
  await change(page, 'PUT', '/presence', { chosen: 'available' });
  return page;
}

/** One change with the page's own session. @throws Error when it is refused */
export async function change(page: Page, method: string, path: string, body: object = {}): Promise<void> {
  const response = await page.request.fetch(`/api/v1${path}`, {
    method,
    data: body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'sec-fetch-site': 'same-origin' },
  });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
}
