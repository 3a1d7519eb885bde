import { AtDesk } from './at-desk';
import { expect, test } from './console';
import { faultsOf } from './look';

test('a card is filled in, its INN doubted but kept, and each field tells its history', async ({
  browser,
  callboard,
}) => {
  const sidorova = await AtDesk.signIn(browser, callboard.url, 'Сидорова');
  const { page } = sidorova;
  await page.goto('/counterparties');
  await page.getByRole('button', { name: 'Новая карточка' }).click();
  const dialog = page.getByRole('dialog', { name: 'Новая карточка' });
  await dialog.getByLabel('Наименование').fill('ООО «Одуванчик-Тест»');
  await dialog.getByLabel('ИНН').fill('7707083894');
  await expect(dialog.getByText('Контрольная цифра не сходится')).toBeVisible();
  await dialog.getByLabel('КПП').fill('773601001');
  await dialog.getByRole('button', { name: 'Добавить контактное лицо' }).click();
  const contact = dialog.getByRole('group', { name: 'Контактное лицо 1' });
  await contact.getByLabel('Имя').fill('Ольга Иванова');
  await contact.getByLabel('Телефон').fill('+7 3842 57-92-16');
  await contact.getByLabel('Доб.').fill('280');
  await contact.getByLabel('День рождения').fill('31.02');
  expect(await faultsOf(page, 'the form of a card')).toEqual([]);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog.getByText('Напишите день и месяц')).toBeVisible();
  await contact.getByLabel('День рождения').fill('5.03');
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ООО «Одуванчик-Тест»' })).toBeVisible();
  await expect(page.getByText('день рождения 05.03')).toBeVisible();
  const { height, width: usualWidth } = page.viewportSize()!;
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: 'Позвонить: +7 (3842) 57-92-16, доб. 280' }).hover();
    await page.getByRole('button', { name: 'Скопировать номер' }).hover();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, `wider than a window of ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: usualWidth, height });

  await page.getByRole('button', { name: 'Изменить', exact: true }).click();
  const edit = page.getByRole('dialog', { name: 'Изменить карточку' });
  await edit.getByLabel('ИНН').fill('7707083893');
  await edit.getByRole('button', { name: 'Сохранить' }).click();
  await expect(edit).toBeHidden();
  await page.getByRole('button', { name: 'История поля «ИНН»' }).press('Enter');
  await expect(page.getByText('ИНН: 7707083894 → 7707083893').last()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Показать' }).click();
  await page.getByRole('option', { name: 'Изменения карточки' }).click();
  await expect(page).toHaveURL(/show=changes/);
  await expect(page.getByText('Карточку изменили: Сидорова')).toBeVisible();

  await page.getByRole('button', { name: 'Записать покупку' }).click();
  const purchase = page.getByRole('dialog', { name: 'Новая покупка' });
  await expect(purchase.getByText('Первая покупка сделает')).toBeVisible();
  await purchase.getByLabel('Сумма, ₽').fill('0');
  await purchase.getByLabel('Дата покупки').fill('2026-01-15');
  await purchase.getByRole('button', { name: 'Сохранить' }).click();
  await expect(purchase.getByText('Сумма должна быть больше нуля')).toBeVisible();
  await purchase.getByLabel('Сумма, ₽').fill('125 000,50');
  await purchase.getByRole('button', { name: 'Сохранить' }).click();
  await expect(purchase).toBeHidden();
  await expect(page.getByText('клиент', { exact: true }).first()).toBeVisible();

  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Приложить файл' }).click();
  const buffer = Buffer.from('%PDF-1.7 акт');
  await (await choosing).setFiles({ name: 'акт.pdf', mimeType: 'application/pdf', buffer });
  const file = page.getByRole('link', { name: 'Скачать «акт.pdf»' }).first();
  await expect(file).toBeVisible();
  const download = page.waitForEvent('download');
  await file.click();
  expect((await download).suggestedFilename()).toBe('акт.pdf');
  await page.getByRole('button', { name: 'Убрать файл «акт.pdf»' }).click();
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await expect(page.getByRole('link', { name: 'Скачать «акт.pdf»' }).first()).toBeVisible();
  expect(await faultsOf(page, 'a card')).toEqual([]);
  await sidorova.close();
});

test('a duplicate is seen while it is typed, compared, merged, and taken apart again', async ({
  browser,
  callboard,
}) => {
  const sidorova = await AtDesk.signIn(browser, callboard.url, 'Сидорова');
  const { page } = sidorova;
  const make = async (name: string) => {
    await page.goto('/counterparties');
    await page.getByRole('button', { name: 'Новая карточка' }).click();
    const dialog = page.getByRole('dialog', { name: 'Новая карточка' });
    await dialog.getByLabel('Наименование').fill(name);
    await dialog.getByLabel('ИНН').fill('500100732259');
    return dialog;
  };
  await (await make('ИП Пионов-Тест')).getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ИП Пионов-Тест' })).toBeVisible();
  const twin = await make('Пионов-Тест, ИП');
  await expect(twin.getByText('Похоже, такая карточка уже есть')).toBeVisible();
  await expect(twin.getByText('совпадает: ИНН, название')).toBeVisible();
  await twin.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Пионов-Тест, ИП' })).toBeVisible();
  const twinAddress = page.url();

  await page.getByRole('link', { name: 'Сравнить: Пионов-Тест, ИП и ИП Пионов-Тест' }).click();
  await page.getByRole('link', { name: 'Оставить другую карточку' }).click();
  await expect(page.getByRole('columnheader', { name: 'ИП Пионов-Тест Остаётся' })).toBeVisible();
  await page.getByRole('radio', { name: 'Наименование: взять «Пионов-Тест, ИП»' }).check();
  expect(await faultsOf(page, 'the comparison')).toEqual([]);
  await page.getByRole('button', { name: 'Объединить' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Объединить' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Пионов-Тест, ИП' })).toBeVisible();
  const survivorAddress = page.url();
  expect(survivorAddress).not.toBe(twinAddress);
  await page.goto(twinAddress);
  await expect(page).toHaveURL(survivorAddress);

  await page.getByRole('button', { name: 'Отменить объединение с «Пионов-Тест, ИП»' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Отменить объединение' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'ИП Пионов-Тест' })).toBeVisible();
  await page.goto(twinAddress);
  await expect(page).toHaveURL(twinAddress);
  await sidorova.close();
});
