import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { AtDesk, expect, test } from './at-desk';
import type { Line } from './line';
import { faultsOf } from './look';
import { MovedClock, movedClockSettings } from './moved-clock';
import { officeDay } from './office-day';

test.use({ consoleSettings: movedClockSettings });

const kotov = 'Котов Денис Олегович';
const sidorova = 'Сидорова Анна Ивановна';
const lazareva = 'Лазарева Екатерина Павловна';
const ershova = 'Ершова Ольга Михайловна';
const number = '+73842581299';
const client = 'ООО «Папоротник»';
const director = 'Мельников Сергей Александрович';
const headOfSupport = 'Лисицын Павел Николаевич';

type Purchase = { product?: string; contract?: string; sum: string; boughtOn: string };

/** On the client's card, which is open; not paid yet. */
async function recordPurchase(page: Page, { product, contract, sum, boughtOn }: Purchase): Promise<void> {
  await page.getByRole('button', { name: 'Записать покупку' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Новая покупка' });
  if (product) {
    await form.getByRole('combobox', { name: 'Продукт' }).press('Enter');
    await page.getByRole('option', { name: product, exact: true }).click();
  }
  if (contract) await form.getByRole('combobox', { name: 'Договор' }).fill(contract);
  await form.getByRole('textbox', { name: 'Сумма' }).fill(sum);
  await form.getByLabel('Дата покупки').fill(boughtOn);
  await form.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(form).toBeHidden();
}

async function notePayment(page: Page, paidOn: string): Promise<void> {
  const purchases = page.getByRole('region', { name: 'Покупки' });
  const unpaid = purchases.getByRole('listitem').filter({ hasText: 'не оплачено' });
  await unpaid.getByRole('button', { name: /^Изменить покупку/ }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Изменить покупку' });
  await form.getByLabel('Оплачено').fill(paidOn);
  await form.getByRole('button', { name: 'Сохранить' }).press('Enter');
  await expect(form).toBeHidden();
  await expect(unpaid).toHaveCount(0);
}

/** A client of the sales manager who pays for ArchiMed+. */
async function sell(sales: AtDesk): Promise<string> {
  const { page } = sales;
  const { counterpartyId } = await sales.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name: client,
    city: 'Кемерово',
    contactPerson: 'Иванов Пётр',
    phones: [{ raw: '58-12-99', extension: '' }],
  });
  await page.goto(`/counterparties/${counterpartyId}`);
  await recordPurchase(page, {
    product: 'ArchiMed+',
    contract: '2026/118',
    sum: '125 000',
    boughtOn: officeDay(-7),
  });
  await notePayment(page, officeDay(-5));
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

/** What the client does when their telephone rings. */
async function atTheClient(line: Line, act: 'answer' | 'no-answer'): Promise<void> {
  await expect.poll(async () => (await line.phone(number)).state, { timeout: 30_000 }).toBe('ringing');
  await line.operatePhone(number, act);
}

/** From the hand-over to the courier: every step of the checklist signed, the client welcomed by telephone. */
async function toTheCourier(
  signIn: (name: string) => Promise<AtDesk>,
  line: Line,
): Promise<{ folderUrl: string; counterpartyId: string }> {
  const sales = await signIn(lazareva);
  const { page: shop } = sales;
  const counterpartyId = await sell(sales);
  await shop.getByRole('button', { name: 'Передать клиента' }).press('Enter');
  const form = shop.getByRole('dialog', { name: `Передать клиента: ${client}` });
  await expect(form.getByRole('textbox', { name: 'Контактное лицо' })).toHaveValue('Иванов Пётр');
  await expect(form.getByRole('textbox', { name: 'Телефон' })).toHaveValue('+7 (3842) 58-12-99');
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
  await atTheClient(line, 'answer');
  await expect(manager.bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await expect(page).toHaveURL(/\/desk(\?|$)/);
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

  await page.getByRole('link', { name: 'К папке клиента' }).press('Enter');
  await page.waitForURL(folderUrl);
  await sign(manager, 'Клиенту позвонили');
  await sign(manager, 'Реакция на себя на день доставки');
  await page.getByRole('button', { name: 'Отправить письмо' }).press('Enter');
  const contacts = page.getByRole('dialog', { name: 'Свои контакты клиенту' });
  await expect(contacts.getByRole('textbox', { name: 'Кому' })).toHaveValue('ivanov@client.example');
  await contacts.getByRole('button', { name: 'Отправить', exact: true }).press('Enter');
  await expect(contacts).toBeHidden();
  await expect(page.getByText('Письмо отправлено: ivanov@client.example')).toBeVisible({ timeout: 30_000 });
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
  return { folderUrl, counterpartyId };
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The client's rounds, the newest first. */
async function rounds(manager: AtDesk): Promise<RoundView[]> {
  const { rows } = await manager.read<{ rows: RoundView[] }>('/rounds?show=planned&limit=200');
  return rows.filter(({ counterparty }) => counterparty.name === client);
}

/** The round that is planned for the client, on its day. */
async function roundOnItsDay(
  clock: MovedClock,
  atWork: (name: string) => Promise<AtDesk>,
): Promise<{ manager: AtDesk; round: RoundView }> {
  let manager = await atWork(kotov);
  await expect.poll(async () => (await rounds(manager)).length, { timeout: 60_000 }).toBe(1);
  const [planned] = await rounds(manager);
  const ahead = planned!.dueFrom - clock.now();
  expect(ahead).toBeLessThanOrEqual(14 * dayMs);
  if (ahead > 0) {
    clock.advance(ahead + 1000);
    manager = await atWork(kotov);
  }
  const [round] = await rounds(manager);
  expect(round!.id).toBe(planned!.id);
  await manager.page.goto('/rounds');
  await expect(manager.page.getByRole('row').filter({ hasText: client })).toBeVisible();
  await manager.page.goto(`/rounds/${round!.id}`);
  return { manager, round: round! };
}

/** Calls the client from the page of their round. */
async function call(manager: AtDesk): Promise<void> {
  const facts = manager.page.getByRole('region', { name: 'Обзвон', exact: true });
  await facts.getByRole('button').first().press('Enter');
}

/** The client picks up and has a moment. */
async function talk(manager: AtDesk, line: Line): Promise<void> {
  await call(manager);
  await atTheClient(line, 'answer');
  await expect(manager.bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await manager.page.goto('/desk');
  await manager.isAt('Приветствие');
  await manager.answer('Удобно говорить');
}

async function isSatisfiedWithAll(manager: AtDesk): Promise<void> {
  for (const step of ['Довольны ли программой', 'Довольны ли техподдержкой', 'Довольны ли компанией']) {
    await manager.isAt(step);
    await manager.answer('Доволен');
  }
}

async function promisesLetter(manager: AtDesk): Promise<void> {
  await manager.isAt('Рекомендательное письмо');
  await manager.answer('Обещает письмо');
  await manager.answer('Попрощался');
  await manager.isAt('Клиент доволен');
}

test('a client goes from payment through folder, parcel and four rounds to the month’s pay (ON, SA, CO-1)', async ({
  browser,
  callboard,
  line,
}) => {
  test.slow();
  const clock = new MovedClock(callboard.dataDir);
  let present: AtDesk[] = [];
  const atWork = async (name: string) => {
    const person = await AtDesk.signIn(browser, callboard.url, name, undefined, (context) =>
      clock.inBrowser(context),
    );
    present.push(person);
    return person;
  };
  const goHome = async () => {
    for (const person of present) await person.close();
    present = [];
  };

  const { folderUrl, counterpartyId } = await toTheCourier(atWork, line);
  await goHome();
  clock.advance(4 * dayMs);
  let manager = await atWork(kotov);
  await manager.page.goto('/reactions');
  await expect(manager.page.getByRole('main')).toContainText(client);
  await manager.page.goto(folderUrl);
  await manager.page.getByRole('button', { name: 'Доставлено', exact: true }).press('Enter');
  await expect(manager.page.getByText('Ничего не ждёт')).toBeVisible();
  expect(await faultsOf(manager.page, 'a folder that is done')).toEqual([]);
  await goHome();

  await test.step('satisfied', async () => {
    ({ manager } = await roundOnItsDay(clock, atWork));
    await talk(manager, line);
    await isSatisfiedWithAll(manager);
    await promisesLetter(manager);
    await manager.page.getByRole('link', { name: 'К обзвону клиентов' }).press('Enter');
    await manager.page.waitForURL('**/rounds');
    await goHome();
  });

  await test.step('not reached', async () => {
    const { round } = await roundOnItsDay(clock, atWork);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      manager = await atWork(kotov);
      await manager.page.goto(`/rounds/${round.id}`);
      await call(manager);
      await atTheClient(line, 'no-answer');
      await expect(manager.bar).toContainText('Не дозвонились: не отвечают');
      await manager.page.goto(`/rounds/${round.id}`);
      await expect(manager.page.getByRole('region', { name: 'Попытки' }).getByText('Не ответил')).toHaveCount(
        attempt,
      );
      await goHome();
      clock.advance(2 * hourMs);
    }
    manager = await atWork(kotov);
    await manager.page.goto(`/rounds/${round.id}`);
    await expect(manager.page.getByRole('main')).toContainText('Не дозвонились');
    await goHome();
  });

  await test.step('dissatisfied', async () => {
    const words = 'программа виснет при печати накладной';
    const { round } = await roundOnItsDay(clock, atWork);
    manager = present.at(-1)!;
    await talk(manager, line);
    await manager.isAt('Довольны ли программой');
    await manager.fill('Что сказал о программе', words);
    await manager.answer('Недоволен');
    await manager.isAt('Довольны ли техподдержкой');
    await manager.answer('Доволен');
    await manager.isAt('Довольны ли компанией');
    await manager.answer('Доволен');
    await manager.isAt('Рекламация');
    await manager.script.getByRole('combobox', { name: 'Чья работа стала причиной' }).press('Enter');
    await manager.page.getByRole('option', { name: 'Отдел технической поддержки' }).click();
    await manager.answer('Рекламация записана');
    await manager.answer('Попрощался');
    await manager.isAt('Рекламация принята');
    await manager.page.goto(`/rounds/${round.id}`);
    await expect(manager.page.getByRole('main')).toContainText('Недоволен');

    const boss = await atWork(director);
    await boss.page.goto('/complaints');
    await expect(boss.page.getByRole('region', { name: 'Получены' })).toContainText(words);
    const head = await atWork(headOfSupport);
    const { rows } = await head.read<{ rows: ComplaintRowView[] }>('/complaints?limit=20');
    const complaint = rows.find(({ text }) => text === words)!;
    await head.page.goto(`/complaints/${complaint.id}`);
    await head.page.getByRole('button', { name: 'Взять в работу' }).press('Enter');
    await head.page.getByRole('button', { name: 'Ответить клиенту…' }).press('Enter');
    const answer = head.page.getByRole('dialog', { name: 'Ответ клиенту' });
    await answer.getByRole('textbox', { name: 'Причина' }).fill('старый драйвер');
    await answer.getByRole('textbox', { name: 'Ответ клиенту' }).fill('драйвер обновлён');
    await answer.getByRole('button', { name: 'Сохранить' }).press('Enter');
    await expect(head.page.getByRole('main')).toContainText('Клиенту ответили');
    await manager.page.goto(`/complaints/${complaint.id}`);
    await manager.page.getByRole('button', { name: 'Второй звонок…' }).press('Enter');
    const second = manager.page.getByRole('dialog', { name: 'Второй звонок клиенту' });
    await second.getByRole('radio', { name: 'Клиент доволен решением' }).press(' ');
    await second.getByRole('button', { name: 'Сохранить' }).press('Enter');
    await expect(manager.page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Закрыта');
    await goHome();
  });

  await test.step('satisfied again, with a letter', async () => {
    const { round } = await roundOnItsDay(clock, atWork);
    manager = present.at(-1)!;
    await talk(manager, line);
    await isSatisfiedWithAll(manager);
    await promisesLetter(manager);
    await manager.page.goto(`/rounds/${round.id}`);
    await manager.page.getByRole('button', { name: 'Письмо получено…' }).press('Enter');
    const dialog = manager.page.getByRole('alertdialog');
    await dialog.getByLabel('Файл письма').setInputFiles({
      name: 'письмо.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 спасибо'),
    });
    await expect(dialog.getByText('письмо.pdf')).toBeVisible();
    await dialog.getByRole('button', { name: 'Письмо получено' }).press('Enter');
    await expect(manager.page.getByRole('region', { name: 'Рекомендательное письмо' })).toContainText(
      'Получено',
    );
  });

  await test.step('pay', async () => {
    const { page } = manager;
    const { page: shop } = await atWork(lazareva);
    await shop.goto(`/counterparties/${counterpartyId}`);
    await recordPurchase(shop, { sum: '98 700', boughtOn: clock.officeDay() });
    await page.goto('/pay');
    await page.getByRole('link', { name: /Котов/ }).press('Enter');
    const counted = page.getByRole('region', { name: 'Покупки, которые вошли' });
    await expect(counted).toBeVisible();
    await expect(counted).not.toContainText(client);
    await notePayment(shop, clock.officeDay());
    await page.reload();
    await expect(counted.getByRole('row').filter({ hasText: client })).toContainText('98 700');
    await expect(page.getByRole('region', { name: 'Рекомендательные письма' })).toContainText(client);

    const { page: office } = await atWork(director);
    await office.goto(new URL(page.url()).pathname);
    await office.getByRole('button', { name: 'Изменить ставку…' }).press('Enter');
    const rate = office.getByRole('alertdialog', { name: 'Ставка' });
    await rate.getByLabel('Оклад в месяц').fill('70 000');
    await rate.getByLabel('Процент с покупок').fill('3');
    await rate.getByRole('button', { name: 'Сохранить' }).press('Enter');
    await expect(rate).toBeHidden();
    await page.reload();
    const month = page.getByRole('region').filter({ hasText: 'Довольных клиентов' });
    await expect(month).toContainText('2 961 ₽ · 3 % от 98 700 ₽');
    await expect(month).toContainText('Итого72 961 ₽');
    expect(await faultsOf(page, 'own pay')).toEqual([]);
    const statement = new URL(page.url()).pathname;
    await goHome();
    clock.advance(31 * dayMs);
    const { page: later } = await atWork(director);
    await later.goto(statement);
    await later.getByRole('button', { name: 'Закрыть месяц…' }).press('Enter');
    const close = later.getByRole('alertdialog', { name: 'Закрыть месяц' });
    await close.getByRole('button', { name: 'Закрыть месяц' }).press('Enter');
    await expect(later.getByText('Месяц закрыт: Мельников')).toBeVisible();
    await expect(later.getByRole('button', { name: 'Внести поправку…' })).toBeHidden();
    await expect(later.getByRole('main')).toContainText('Итого72 961 ₽');
  });
});
