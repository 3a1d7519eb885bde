import { extractText, getDocumentProxy } from 'unpdf';
import { type AtDesk, expect, test } from './at-desk';
import type { Line } from './line';
import { faultsOf, looks, nameOf } from './look';
import { officeDay } from './office-day';

const kotov = 'Котов Денис Олегович';
const sidorova = 'Сидорова Анна Ивановна';
const lazareva = 'Лазарева Екатерина Павловна';
const ershova = 'Ершова Ольга Михайловна';
const number = '+73842581299';
const client = 'ООО «Папоротник»';

/** A client of the sales manager who has paid for ArchiMed+. */
async function sell(sales: AtDesk): Promise<string> {
  const { counterpartyId } = await sales.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name: client,
    city: 'Кемерово',
    contactPerson: 'Иванов Пётр',
    phones: [{ raw: '8 (3842) 58-12-99', extension: '' }],
  });
  const { projects } = await sales.read<{ projects: { id: string; name: string }[] }>('/reactions/choices');
  await sales.change('POST', `/counterparties/${counterpartyId}/purchases`, {
    projectId: projects.find(({ name }) => name === 'ArchiMed+')!.id,
    contractNumber: '2026/118',
    sumKopecks: 12_500_000,
    boughtOn: officeDay(-7),
    paidOn: officeDay(-5),
  });
  return counterpartyId;
}

async function sign(manager: AtDesk, step: string): Promise<void> {
  const { page } = manager;
  const item = page.getByRole('listitem').filter({ hasText: step });
  const button = item.getByRole('button', { name: `Подписать: ${step}` });
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await button.press('Enter');
  await expect(item.getByText(/хеш [0-9a-f]{16}…/)).toBeVisible();
}

async function answers(line: Line): Promise<void> {
  await expect.poll(async () => (await line.phone(number)).state, { timeout: 30_000 }).toBe('ringing');
  await line.operatePhone(number, 'answer');
}

test('a client who has paid is handed over, welcomed by telephone, and gets the parcel (ON-1 … ON-5)', async ({
  signIn,
  line,
}) => {
  test.slow();
  const sales = await signIn(lazareva);
  const { page: shop } = sales;
  const counterpartyId = await sell(sales);
  await shop.goto(`/counterparties/${counterpartyId}`);
  await shop.getByRole('button', { name: 'Передать клиента' }).press('Enter');
  const form = shop.getByRole('dialog', { name: `Передать клиента: ${client}` });
  await expect(form.getByRole('textbox', { name: 'Контактное лицо' })).toHaveValue('Иванов Пётр');
  await form.getByRole('button', { name: 'Передать', exact: true }).press('Enter');
  await expect(form.getByText('Заполните это поле')).toBeVisible();
  expect(await faultsOf(shop, 'handing a client over')).toEqual([]);
  await form.getByRole('textbox', { name: 'Номер счёта' }).fill('77');
  await form.getByRole('button', { name: 'Передать', exact: true }).press('Enter');
  await shop.waitForURL(/\/folders\//);
  await expect(shop.getByText('принять папку: клиентский отдел')).toBeVisible();

  const manager = await signIn(kotov);
  const { page } = manager;
  await page.goto('/folders');
  await page.getByRole('row').filter({ hasText: client }).getByRole('link').first().press('Enter');
  await page.getByRole('button', { name: 'Принять папку' }).press('Enter');
  await expect(page.getByText('пройти чек-лист: Котов')).toBeVisible();
  const folderUrl = page.url();
  await page.getByRole('button', { name: 'Сообщить об отклонении' }).press('Enter');
  const report = page.getByRole('alertdialog', { name: 'Что не по стандарту' });
  await report.getByRole('textbox', { name: 'Что не так' }).fill('Нет печати на договоре');
  await report.getByRole('button', { name: 'Сообщить об отклонении' }).press('Enter');
  await expect(page.getByText('исправить отклонения: Лазарева')).toBeVisible();
  const complete = page.getByRole('button', { name: /^Подписать: Папка полная/ });
  await complete.press('Enter');
  await expect(page.getByText('Есть неисправленное отклонение').first()).toBeVisible();
  expect(await faultsOf(page, 'a folder with a deviation')).toEqual([]);

  await expect(shop.getByText('Нет печати на договоре')).toBeVisible();
  await shop.getByRole('button', { name: 'Исправлено' }).press('Enter');
  const settle = shop.getByRole('alertdialog', { name: 'Как исправили' });
  await settle.getByRole('textbox', { name: 'Что сделано' }).fill('Поставили печать');
  await settle.getByRole('button', { name: 'Исправлено' }).press('Enter');
  await expect(page.getByText(/Поставили печать/)).toBeVisible();
  await sign(manager, 'Папка полная: титульный лист, договор ×3, счёт ×2');
  await sign(manager, 'Подписи и печати на счетах и договорах');

  await expect(page.getByText('Даймакс: наберите вручную 2, затем 94-08-53')).toBeVisible();
  await page.getByRole('button', { name: 'Записать заказ' }).press('Enter');
  const order = page.getByRole('dialog', { name: 'Заказ курьеру' });
  await order.getByRole('textbox', { name: 'Дней до города клиента' }).fill('3');
  await order.getByLabel('Заберут посылку').fill(officeDay(1));
  await order.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(order).toBeHidden();
  await sign(manager, 'Курьер вызван: срок до города, забор заказан');

  await line.setPhone(number, { mode: 'manual' });
  await page.getByRole('button', { name: `Позвонить и познакомиться: ${client}` }).click();
  await answers(line);
  await expect(manager.bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await manager.bar.getByRole('link', { name: 'К разговору' }).click();
  await expect(manager.script).toContainText('по программному продукту ArchiMed+.');
  await manager.answer('Слушает');
  await expect(manager.script).toContainText('Я являюсь менеджером клиентского отдела.');
  await manager.answer('Выслушал');
  await manager.isAt('Электронная почта');
  await manager.fill('Электронная почта', 'ivanov@');
  await expect(manager.script).toContainText('Запишите адрес электронной почты');
  await manager.fill('Электронная почта', 'ivanov@client.example');
  await manager.answer('Адрес записан и проверен');
  await manager.isAt('День доставки');
  await page.reload();
  await expect(manager.script.getByLabel('Посылка придёт')).toHaveValue(officeDay(4));
  expect(await faultsOf(page, 'the welcome call')).toEqual([]);
  await manager.answer('День назван клиенту');
  await manager.isAt('Прощание');
  await manager.answer('Попрощался');
  await manager.isAt('Клиент поздравлен');

  await page.goto(folderUrl);
  await sign(manager, 'Клиенту позвонили');
  await sign(manager, 'Реакция на себя на день доставки');
  await page.getByRole('button', { name: 'Отправить письмо' }).press('Enter');
  const contacts = page.getByRole('dialog', { name: 'Свои контакты клиенту' });
  await expect(contacts.getByRole('textbox', { name: 'Кому' })).toHaveValue('ivanov@client.example');
  await contacts.getByRole('button', { name: 'Отправить', exact: true }).press('Enter');
  await expect(contacts).toBeHidden();
  await sign(manager, 'Свои контакты отправлены клиенту');

  const support = await signIn(ershova);
  await support.page.goto(folderUrl);
  await support.page.getByRole('button', { name: 'Выдать ключ и диск' }).press('Enter');
  await expect(page.getByText(/^Ершова.*,/).first()).toBeVisible();
  await sign(manager, 'Коробка из «Коробки программных продуктов»');
  await sign(manager, 'Электронный ключ и диск от техподдержки, под папку');
  await sign(manager, 'Книга из «Книги по программным продуктам»');
  await page.getByRole('button', { name: 'Акт приёма-передачи: ArchiMed+' }).press('Enter');
  await expect(page.getByText(/^Акт приёма-передачи программного обеспечения № \d+/)).toBeVisible();
  await sign(manager, 'Акты: приёма-передачи и, если есть работы, выполненных работ');

  const head = await signIn(sidorova);
  await head.page.goto(folderUrl);
  await head.page.getByRole('button', { name: /^Снять подпись: Коробка/ }).press('Enter');
  const reopen = head.page.getByRole('alertdialog', { name: /^Снять подпись: Коробка/ });
  await reopen.getByRole('textbox', { name: 'Причина' }).fill('Коробка помята');
  await reopen.getByRole('button', { name: 'Снять подпись' }).press('Enter');
  await expect(page.getByText(/Коробка помята/)).toBeVisible();
  await sign(manager, 'Коробка из «Коробки программных продуктов»');

  const folderId = folderUrl.split('/').at(-1)!;
  const printed = await page.request.get(`/api/v1/folders/${folderId}/print`);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await printed.body())), {
    mergePages: true,
  });
  for (const words of [
    client,
    '2026/118',
    'Лазарева Екатерина Павловна',
    'Нет печати на договоре',
    'ArchiMed+',
  ]) {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words);
  }

  await page.getByRole('button', { name: 'Курьер забрал посылку' }).press('Enter');
  await expect(page.getByText('проверить доставку: Котов')).toBeVisible();
  await page.getByRole('button', { name: 'Доставлено', exact: true }).press('Enter');
  await expect(page.getByText('Ничего не ждёт')).toBeVisible();
  expect(await faultsOf(page, 'a folder that is done')).toEqual([]);
});

for (const look of looks) {
  test(`folders and document templates are whole in ${nameOf(look)}`, async ({ signIn }) => {
    const director = await signIn('Мельников', look);
    const { page } = director;
    const { rows } = await director.read<{ rows: { id: string }[] }>('/folders?state=inWork');
    const faults: string[] = [];
    for (const [path, shown] of [
      ['/folders', /^(Входящие клиенты|Incoming clients)$/],
      [`/folders/${rows[0]!.id}`, /^(Папка|Folder) /],
      ['/settings/document-templates', /^(Шаблоны документов|Document templates)$/],
      ['/settings/document-templates/handOverAct', /^(Акт приёма-передачи|Act of hand-over)$/],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1, name: shown })).toBeVisible();
      faults.push(...(await faultsOf(page, path)));
    }
    expect(faults).toEqual([]);
  });
}
