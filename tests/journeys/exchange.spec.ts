import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { AtDesk } from './at-desk';
import { expect, test } from './console';
import { englishPhone, faultsOf } from './look';

const chooseFile = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file is looked at, imported, its remarks taken along, and the whole of it undone', async ({
  browser,
  callboard,
}) => {
  const sidorova = await AtDesk.signIn(browser, callboard.url, 'Сидорова');
  const { page } = sidorova;
  await page.goto('/counterparties/import');
  await expect(page).toHaveURL(/\/imports$/);
  await chooseFile(
    page,
    'база.csv',
    'Наименование;Договор;Телефон;Город\r\n=Кедр-Тест;Т-77/1;8 (3842) 58-12-99;Кемерово\r\n;Т-78;;\r\n',
  );
  await expect(page.getByText('Наименование: не заполнено')).toBeVisible();
  expect(await faultsOf(page, 'an import before it runs')).toEqual([]);
  await page.getByRole('button', { name: 'Загрузить 1 строку' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'база.csv' })).toBeVisible();
  await expect(page.getByText('Заведено 1, дополнено 0, с ошибками 1')).toBeVisible();
  const remarks = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать CSV: строки загрузки' }).click();
  expect(readFileSync(await (await remarks).path(), 'utf8')).toContain(
    '3;не загрузим;Наименование: не заполнено',
  );

  await page.goto('/counterparties?query=т-77/1');
  await expect(page.getByRole('link', { name: '=Кедр-Тест' })).toBeVisible();
  const list = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать CSV: карточки' }).click();
  const [header, row] = readFileSync(await (await list).path(), 'utf8').split('\r\n');
  expect(header).toBe(
    '\uFEFFКонтрагент;Статус;Категория;Город;Контактное лицо;Телефон;Договор;ИНН;КПП;Электронная почта;Ведёт;Продукты;Тип цены;Создано;Изменена',
  );
  expect(row).toMatch(/^'=Кедр-Тест;клиент;Клиент;Кемерово;—;7 \(3842\) 58-12-99;Т-77\/1;/);

  await page.goto('/imports');
  await page.getByRole('link', { name: 'база.csv' }).click();
  await page.getByRole('button', { name: 'Отменить загрузку…' }).press('Enter');
  await page.getByRole('button', { name: 'Отменить загрузку', exact: true }).click();
  await expect(page.getByText('убрано 1, оставлено 0')).toBeVisible();
  await page.goto('/counterparties?query=т-77/1');
  await expect(page.getByText('Ничего не нашлось')).toBeVisible();
  await sidorova.close();
});

test('an import of a killed console goes on by itself and doubles nothing; whoever took a list is on record', async ({
  browser,
  callboard,
}) => {
  const rows = 15_000;
  const head = await AtDesk.signIn(browser, callboard.url, 'Сидорова', englishPhone);
  const text = ['Name', ...Array.from({ length: rows }, (_, at) => `Sequoia ${at}`)].join('\n');
  const { importId } = await head.change<{ importId: string }>('POST', '/imports', {
    kind: 'counterparties',
    fileName: 'sequoias.csv',
    text,
    mapping: { 0: 'name' },
  });
  const job = () =>
    head.read<{ state: string; doneCount: number; createdCount: number }>(`/imports/${importId}`);
  await expect.poll(async () => (await job()).doneCount, { intervals: [50] }).toBeGreaterThan(0);
  expect((await job()).state).toBe('running');
  await callboard.crash();
  await expect(async () => expect((await job()).state).toBe('done')).toPass({ timeout: 120_000 });
  await head.page.goto(`/imports/${importId}`);
  await expect(head.page.getByText('15,000 created, 0 completed, 0 with errors')).toBeVisible();
  expect(await faultsOf(head.page, 'an import, in English on a phone')).toEqual([]);
  await head.page.goto('/counterparties');
  const download = head.page.waitForEvent('download');
  await head.page.getByRole('button', { name: 'Download CSV: cards' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
  const made = lines.filter((line) => line.startsWith('Sequoia '));
  expect(made).toHaveLength(rows);
  expect(new Set(made).size).toBe(rows);
  await head.close();

  const zhdanov = await AtDesk.signIn(browser, callboard.url, 'Жданов');
  await zhdanov.page.goto('/settings/access-log');
  await expect(zhdanov.page.getByText('Скачан список: карточки').first()).toBeVisible();
  await zhdanov.close();
});
