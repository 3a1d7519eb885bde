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
