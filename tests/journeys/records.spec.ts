import { AtDesk } from './at-desk';
import { expect, test } from './console';

test('CARD: a reaction by «+» without a call, by keyboard, stands in the work list', async ({
  browser,
  callboard,
}) => {
  const kotov = await AtDesk.signIn(browser, callboard.url, 'Котов');
  const { page } = kotov;
  await page.goto('/reactions');
  const card = await kotov.openReactionCard();
  await expect(card.getByText('Клиентский отдел')).toBeVisible();
  await card.getByRole('button', { name: 'ОК, записать' }).press('Enter');
  await expect(card.getByText('Выберите клиента или заведите нового')).toBeVisible();
  await card.getByRole('button', { name: 'Новый клиент' }).press('Enter');
  await card.getByLabel('Наименование').fill('ИП Журавлёв');
  await card.getByLabel('Группа').fill('Томск');
  await card.getByRole('button', { name: 'Поставить прочерк' }).press('Enter');
  await card.getByLabel('Тема обращения').fill('письмо с благодарностью');
  await card.getByRole('button', { name: 'ОК, записать' }).press('Enter');
  await expect(card).toBeHidden();
  const row = page.getByRole('row').filter({ hasText: 'ИП Журавлёв' });
  await expect(row).toContainText('письмо с благодарностью');
  await row.getByRole('link', { name: 'ИП Журавлёв' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ИП Журавлёв' })).toBeVisible();
  await kotov.close();
});

test('the client base is imported from CSV after a look at what each row would do', async ({
  browser,
  callboard,
}) => {
  const sidorova = await AtDesk.signIn(browser, callboard.url, 'Сидорова');
  const { page } = sidorova;
  await page.goto('/counterparties/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'база.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Наименование;Договор;Телефон;Город\r\nООО «Кедр-Тест»;Т-77/1;8 (3842) 58-12-99;Кемерово\r\n;Т-78;;\r\n',
    ),
  });
  await expect(page.getByText('нет наименования')).toBeVisible();
  await page.getByRole('button', { name: 'Загрузить 1 строку' }).click();
  await expect(page.getByText('Готово: заведено 1, дополнено 0, с ошибками 1').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать ошибки' }).first().click();
  expect((await download).suggestedFilename()).toBe('errors.csv');
  await page.goto('/counterparties');
  await page.getByRole('searchbox').fill('т-77/1');
  await expect(page.getByRole('link', { name: 'ООО «Кедр-Тест»' })).toBeVisible();
  await sidorova.close();
});
