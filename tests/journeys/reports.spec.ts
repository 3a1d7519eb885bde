import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import Papa from 'papaparse';
import type { HourRow } from '@/lib/domain/reports/reports.contract';
import { AtDesk } from './at-desk';
import { expect, test } from './console';
import type { Line } from './line';
import { faultsOf, looks, untilItStandsStill } from './look';
import { Person } from './person';
import { Records } from './records';

const answeredFrom = '+79990007701';
const lostFrom = '+79990007702';

/** One caller is answered and talked to for a moment, another gives up. */
async function twoCalls(url: string, dataDir: string, line: Line) {
  const records = new Records(dataDir);
  const manager = await Person.signIn(url, records, 'sidorova');
  await line.setPhone(manager.phone, { mode: 'auto', answerAfterMs: 200 });
  await manager.isAvailable();
  const talked = await line.call({ from: answeredFrom });
  const { id } = await manager.offeredFrom(answeredFrom);
  await manager.answers(id);
  await line.hangUp(talked.sid);
  const lost = await line.call({ from: lostFrom });
  await manager.offeredFrom(lostFrom);
  await line.hangUp(lost.sid);
  manager.leaves();
  records.close();
}

/** The day's figures, which only grow: calls of journeys before this one may still be added. */
async function today(person: AtDesk): Promise<{ queued: number; answered: number; day: string }> {
  const { today: day } = await person.read<{ today: string }>('/wallboard');
  const { hours } = await person.read<{ hours: HourRow[] }>(`/reports/hours?from=${day}&until=${day}`);
  const sum = (key: 'queued' | 'answered') => hours.reduce((total, hour) => total + hour[key], 0);
  return { day, queued: sum('queued'), answered: sum('answered') };
}

/** Whose calls a figure of today was counted from, of the two callers. */
async function countedIn(person: AtDesk, figure: 'answered' | 'lost'): Promise<string[]> {
  const { today: day } = await person.read<{ today: string }>('/wallboard');
  const { rows } = await person.read<{ rows: { caller: { e164: string | null } }[] }>(
    `/reports/calls?from=${day}&until=${day}&figure=${figure}&limit=50`,
  );
  return rows.flatMap(({ caller: { e164 } }) => (e164 === answeredFrom || e164 === lostFrom ? [e164] : []));
}

test('calls of today stand in the report soon after their end, open their rows and leave as a file', async ({
  browser,
  callboard,
  line,
}) => {
  const management = await AtDesk.signIn(browser, callboard.url, 'Мельников');
  const before = await today(management);
  await twoCalls(callboard.url, callboard.dataDir, line);
  await expect.poll(() => countedIn(management, 'answered'), { timeout: 75_000 }).toEqual([answeredFrom]);
  await expect.poll(() => countedIn(management, 'lost'), { timeout: 75_000 }).toEqual([lostFrom]);
  const after = await today(management);
  expect(after.queued).toBeGreaterThanOrEqual(before.queued + 2);
  expect(after.answered).toBeGreaterThanOrEqual(before.answered + 1);

  const { page } = management;
  await page.goto('/reports');
  await page.getByRole('button', { name: 'Сегодня' }).click();
  await expect(page).toHaveURL(/period=today/);
  const total = page.getByRole('row', { name: /^Всего/ });
  await expect(async () => {
    await page.reload();
    const { queued } = await today(management);
    await expect(total).toContainText(String(queued), { timeout: 10_000 });
  }).toPass();

  const formula = page.getByRole('button', { name: 'Как посчитано: Уровень обслуживания' });
  await formula.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText(/Принято за 20 с ÷/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(formula).toBeFocused();

  await total.getByRole('link', { name: /Потеряны/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Потерянные звонки' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '+7 (999) 000-77-02' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '+7 (999) 000-77-01' })).toHaveCount(0);
  await page.getByRole('link', { name: 'К отчёту' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Отчёты' })).toBeVisible();

  await page.getByRole('button', { name: 'Скачать CSV' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Все звонки периода' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`callboard-calls-${after.day}-${after.day}.csv`);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith('\uFEFFВремя;')).toBe(true);
  const rows = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ';' }).data;
  const own = rows.filter((row) => row[2]?.startsWith('7 (999) 000-77-0'));
  expect(own.map((row) => [row[2], row[8]]).sort()).toEqual([
    ['7 (999) 000-77-01', 'принят'],
    ['7 (999) 000-77-02', 'не дождались'],
  ]);
  await expect
    .poll(async () => {
      const { rows: seen } = await management.read<{ rows: { kind: string }[] }>('/access-log?limit=20');
      return seen.map(({ kind }) => kind);
    })
    .toContain('reportFile');
  await management.close();
});

test('a report is saved under a name, printed without the console around it, and whole in every part', async ({
  browser,
  callboard,
}) => {
  const faults: string[] = [];
  for (const look of looks) {
    const management = await AtDesk.signIn(browser, callboard.url, 'Мельников', look);
    const { page } = management;
    for (const tab of [
      'calls',
      'people',
      'missed',
      'heatMap',
      'ways',
      'reactions',
      'leads',
      'script',
      'complaints',
    ]) {
      await page.goto(`/reports?period=month&tab=${tab}`);
      await expect(page.getByRole('heading', { level: 1, name: /^(Отчёты|Reports)$/ })).toBeVisible();
      await expect(page.getByRole('tabpanel')).not.toBeEmpty();
      faults.push(...(await faultsOf(page, `${tab}, ${look.theme}`)));
    }
    await management.close();
  }
  expect(faults).toEqual([]);

  const head = await AtDesk.signIn(browser, callboard.url, 'Громов');
  const { page } = head;
  await page.goto('/reports?period=month&tab=missed');
  await untilItStandsStill(page);
  await page.getByRole('button', { name: 'Сохранённые виды' }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill('Месяц отдела');
  await page.getByRole('button', { name: 'Сохранить вид' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Месяц отдела' })).toBeVisible();
  await page.goto('/reports');
  await untilItStandsStill(page);
  await page.getByRole('button', { name: 'Сохранённые виды' }).click();
  await page.getByRole('link', { name: 'Месяц отдела' }).click();
  await expect(page).toHaveURL(/tab=missed/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Загрузка' }).getByText(/На линии или/)).toBeVisible();
  await head.close();
});

async function openTelevision(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('a television shows the wallboard by an address of its own, live, until it is revoked', async ({
  browser,
  callboard,
  line,
}) => {
  const administrator = await AtDesk.signIn(browser, callboard.url, 'Жданов');
  const { page } = administrator;
  await page.goto('/settings/reports');
  await page.getByRole('button', { name: 'Добавить телевизор' }).click();
  await page.getByRole('textbox', { name: 'Где висит' }).fill('у окна');
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить телевизор' }).click();
  const address = await page.getByTestId('wallboard-address').innerText();
  await page.getByRole('button', { name: 'Закрыть' }).first().click();

  const television = await openTelevision(browser, address);
  await expect(television.getByRole('heading', { level: 1, name: 'Табло: Клиентский отдел' })).toBeVisible();
  const waiting = television.getByRole('region', { name: 'Ждут' });
  await expect(waiting).toContainText('никто не ждёт');
  await expect(television.getByRole('link')).toHaveCount(0);
  expect(await faultsOf(television, 'television')).toEqual([]);
  const call = await line.call({ from: '+79990007703' });
  await expect(waiting).toContainText('дольше всех', { timeout: 30_000 });
  await expect(television.locator('body')).not.toContainText('000-77-03');
  await television.getByRole('button', { name: 'Приостановить обновление' }).press('Enter');
  await line.hangUp(call.sid);
  await expect(television.getByText(/Обновление приостановлено в/)).toBeVisible();
  await television.getByRole('button', { name: 'Обновлять' }).press('Enter');
  await expect(waiting).toContainText('никто не ждёт', { timeout: 30_000 });

  const token = new URL(address).searchParams.get('token')!;
  const elsewhere = await television.request.get(`${callboard.url}/api/v1/calls`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(elsewhere.status()).toBe(401);
  await page.getByRole('button', { name: 'Отозвать: у окна' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отозвать' }).click();
  await expect(television.getByText('Этот адрес больше не действует')).toBeVisible({ timeout: 30_000 });
  await television.context().close();

  const head = await AtDesk.signIn(browser, callboard.url, 'Громов');
  await head.page.goto('/wallboard');
  await expect(head.page.getByRole('heading', { level: 1, name: /^Табло: Отдел продаж/ })).toBeVisible();
  expect(await faultsOf(head.page, 'wallboard')).toEqual([]);
  await head.page.getByRole('region', { name: 'Лиды дольше минуты' }).getByRole('link').click();
  await expect(head.page.getByRole('heading', { level: 1, name: 'Лиды' })).toBeVisible();
  await head.close();
  await administrator.close();
});
