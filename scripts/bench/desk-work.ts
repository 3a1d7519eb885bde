import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openScreen } from './at-screen';
import type { Bench } from './bench';
import type { ConsoleUnderTest } from './console-under-test';
import type { Finding } from './finding';
import { hangUp, ringFrom } from './line-control';
import { percentile, spreadOf } from './statistics';

const mostMs = 100;
const script = 'section[aria-label="Сценарий разговора"]';
const heading = `${script} h2`;
const words = 'Ромашка плюс';
/** As text: a function would be sent with what its compiler added, which no page knows. */
const watchInteractions = readFileSync(new URL('watch-interactions.mjs', import.meta.url), 'utf8');

/** From each press or key to the next frame painted after it, by the browser's own measure; the quickest are not told apart. */
type Watched = typeof globalThis & { interactions(): number[] };

/** How soon the desk answers whoever works at it: a call led back and forth, words typed, the palette, the reaction card, the list of work, a card, the reports. */
export async function workAtDesk(callboard: ConsoleUnderTest, { isQuick, say }: Bench): Promise<Finding[]> {
  const { browser, page } = await openScreen(callboard.url, 'Котов Денис Олегович');
  try {
    await page.waitForURL(/desk/);
    const sid = await ringFrom(callboard.lineUrl, '+79990001122');
    await page
      .getByRole('button', { name: /^Ответить ?:/ })
      .first()
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator(heading, { hasText: 'Приветствие' }).waitFor();
    const rounds = isQuick ? 3 : 12;
    say(`${rounds} rounds of work at the desk`);
    const p98s: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.evaluate(watchInteractions);
      await leadTheCall(page);
      await openAndClose(page);
      await workBetweenCalls(page);
      const tookMs = await page.evaluate(() => (globalThis as Watched).interactions());
      p98s.push(percentile(tookMs, 0.98));
      all.push(...tookMs);
    }
    await hangUp(callboard.lineUrl, sid);
    const p98 = percentile(all, 0.98);
    const bare = await workAtBarePage(page, rounds);
    return [
      {
        what: `A press or key to its paint (INP), p98 of ${all.length}`,
        unit: 'ms',
        value: spreadOf(p98s),
        overall: p98,
        baseline: { what: 'a bare page with a field and a button', value: spreadOf(bare) },
        goal: `at most ${mostMs} ms`,
        isMet: p98 <= mostMs,
      },
    ];
  } finally {
    await browser.close();
  }
}

async function leadTheCall(page: Page): Promise<void> {
  await page.locator(`${script} button`, { hasText: 'Коммерческий вопрос' }).click();
  await page.locator(heading, { hasText: 'Карточка контрагента' }).waitFor();
  const name = page.locator(script).getByRole('textbox').first();
  await name.click();
  await name.pressSequentially(words, { delay: 40 });
  for (const _ of words) await page.keyboard.press('Backspace', { delay: 20 });
  await page.locator(`${script} button`, { hasText: 'Назад' }).click();
  await page.locator(heading, { hasText: 'Приветствие' }).waitFor();
}

async function openAndClose(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('ромашка', { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+Equal');
  const card = page.getByRole('dialog');
  await card.waitFor();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
}

/** The list of work, a card and the reports, and back to the desk, all within one page. */
async function workBetweenCalls(page: Page): Promise<void> {
  const open = async (section: string, address: RegExp) => {
    await page.getByRole('navigation').getByRole('link', { name: section }).first().click();
    await page.waitForURL(address);
  };
  const dialog = page.getByRole('dialog');
  await open('Реакции', /reactions/);
  await page.getByRole('button', { name: 'Выполнено' }).first().click();
  await dialog.waitFor();
  await dialog.getByRole('textbox').first().pressSequentially(words, { delay: 40 });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await open('Контрагенты', /counterparties/);
  await page.locator('table a[href^="/counterparties/"]').first().click();
  await page.getByRole('button', { name: 'Изменить', exact: true }).click();
  await dialog.waitFor();
  await dialog.getByRole('textbox').first().pressSequentially(words, { delay: 40 });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await open('Отчёты', /reports/);
  await page.getByRole('tab', { name: 'Пропущенные' }).click();
  await page.getByRole('table').first().waitFor();
  await open('Рабочий стол', /desk/);
  await page.locator(heading, { hasText: 'Приветствие' }).waitFor();
}

async function workAtBarePage(page: Page, rounds: number): Promise<number[]> {
  await page.goto('about:blank');
  await page.setContent(
    `<input><button onclick="this.nextSibling.textContent = 'Done ' + Math.random()">Do</button><p>…</p>`,
  );
  const p98s: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.evaluate(watchInteractions);
    await page.locator('input').click();
    await page.locator('input').pressSequentially(words, { delay: 40 });
    for (let press = 0; press < 6; press++) await page.locator('button').click();
    p98s.push(percentile(await page.evaluate(() => (globalThis as Watched).interactions()), 0.98));
  }
  return p98s;
}
