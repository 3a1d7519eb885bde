import type { ComplaintRowView } from '@/lib/domain/complaints/complaint-views';
import type { RoundView } from '@/lib/domain/rounds/round-views';
import { browserArgs, findBrowser } from '../browser';
import { type AtDesk, expect, phoneReady, test } from './at-desk';
import type { Line } from './line';
import { englishPhone, faultsOf } from './look';
import { officeDay } from './office-day';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    // The microphone is a beeping one, allowed without asking.
    args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  },
});

const kotov = 'Котов Денис Олегович';
const director = 'Мельников Сергей Александрович';
const headOfSupport = 'Лисицын Павел Николаевич';

/** Rounds that are planned, each of a client with a number of their own who has neither written a letter nor complained. */
async function plannedRounds(manager: AtDesk): Promise<(RoundView & { number: string })[]> {
  const find = async () => (await manager.read<{ rows: RoundView[] }>('/rounds?show=planned&limit=200')).rows;
  await expect.poll(async () => (await find()).length, { timeout: 30_000 }).toBeGreaterThan(3);
  const rows = await find();
  const ended = await manager.read<{ rows: RoundView[] }>('/rounds?show=ended&limit=200');
  const wrote = new Set(
    ended.rows
      .filter(({ letter }) => letter?.state === 'received')
      .map(({ counterparty }) => counterparty.id),
  );
  const numberOf = ({ counterparty }: RoundView) => counterparty.phones[0]?.e164;
  return rows.flatMap((round) => {
    const number = numberOf(round);
    const isShared = rows.filter((other) => numberOf(other) === number).length > 1;
    const isNew =
      round.attempts.length === 0 && round.openComplaints === 0 && !wrote.has(round.counterparty.id);
    return number?.startsWith('+7') && !isShared && isNew ? [{ ...round, number }] : [];
  });
}

/** Calls the client from the page of the round; they answer. */
async function callClient(
  manager: AtDesk,
  line: Line,
  round: RoundView & { number: string },
): Promise<string> {
  const { page, bar } = manager;
  await line.setPhone(round.number, { mode: 'manual' });
  await page.goto(`/rounds/${round.id}`);
  await expect(page.getByRole('button', phoneReady)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('region', { name: 'Обзвон', exact: true }).getByRole('button').first().click();
  const find = async () => (await line.calls()).find(({ to, hasEnded }) => to === round.number && !hasEnded);
  await expect.poll(find, { timeout: 30_000 }).toBeTruthy();
  await expect.poll(async () => (await line.phone(round.number)).state).toBe('ringing');
  await line.operatePhone(round.number, 'answer');
  await expect(bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await page.goto('/desk');
  await manager.isAt('Приветствие');
  return (await find())!.sid;
}

test('a satisfied client is asked for a letter, whose arrival counts for the month’s pay (SA-1, SA-2, CO-1)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page } = manager;
  await manager.beginShift();
  await page.goto('/rounds?show=planned');
  await expect(page.getByRole('heading', { level: 1, name: 'Обзвон клиентов' })).toBeVisible();
  await page.getByRole('button', { name: 'Позвонить следующему' }).click();
  await expect(page.getByRole('region', { name: 'Позвонить следующему' }).getByRole('status')).toContainText(
    /Следующий|некому/,
  );
  expect(await faultsOf(page, 'the rounds')).toEqual([]);
  const [first, second] = await plannedRounds(manager);
  const round = first!;

  await callClient(manager, line, round);
  await expect(manager.script).toContainText('Раз в две недели мы узнаём');
  await manager.answer('Удобно говорить');
  await manager.isAt('Довольны ли программой');
  await manager.fill('Что сказал о программе', 'работаем каждый день');
  await manager.answer('Доволен');
  await manager.isAt('Довольны ли техподдержкой');
  await manager.answer('Доволен');
  await manager.isAt('Довольны ли компанией');
  expect(await faultsOf(page, 'asking')).toEqual([]);
  await manager.answer('Доволен');
  await manager.isAt('Рекомендательное письмо');
  await manager.answer('Обещает письмо');
  await manager.answer('Попрощался');
  await manager.isAt('Клиент доволен');

  await page.goto(`/rounds/${round.id}`);
  await expect(page.getByRole('main')).toContainText('работаем каждый день');
  await page.getByRole('button', { name: 'Письмо получено…' }).click();
  const dialog = page.getByRole('alertdialog');
  const choose = (name: string, content: string) =>
    dialog
      .getByLabel('Файл письма')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  const files = async () => {
    const path = `/counterparties/${round.counterparty.id}/attachments`;
    return (await manager.read<{ rows: { id: string }[] }>(path)).rows.length;
  };
  const filesBefore = await files();
  await choose('письмо.pdf', '%PDF-1.7 спасибо');
  await expect(dialog.getByText('письмо.pdf')).toBeVisible();
  await choose('a.html', '<p>спасибо</p>');
  await expect(dialog).toContainText('Письмо — это документ или снимок');
  await expect(dialog.getByText('письмо.pdf')).toBeHidden();
  await choose('письмо.pdf', '%PDF-1.7 спасибо');
  await expect(dialog.getByText('письмо.pdf')).toBeVisible();
  await dialog.getByRole('button', { name: 'Отмена' }).click();
  await expect(dialog).toBeHidden();
  expect(await files()).toBe(filesBefore);

  await page.getByRole('button', { name: 'Письмо получено…' }).click();
  await choose('письмо.pdf', '%PDF-1.7 спасибо');
  await expect(dialog.getByText('письмо.pdf')).toBeVisible();
  await dialog.getByRole('button', { name: 'Письмо получено' }).click();
  await expect(page.getByRole('region', { name: 'Рекомендательное письмо' })).toContainText('Получено');
  expect(await faultsOf(page, 'a round')).toEqual([]);

  await page.goto(`/rounds/${second!.id}`);
  const attempts = page.getByRole('region', { name: 'Попытки' });
  expect(await faultsOf(page, 'a round before its first attempt')).toEqual([]);
  await page.getByRole('button', { name: 'Не ответил' }).click();
  await expect(attempts).toContainText('Не ответил');
  await expect(page.getByRole('button', { name: 'Не ответил' })).toBeDisabled();

  await manager.change('POST', `/counterparties/${round.counterparty.id}/purchases`, {
    sumKopecks: 12_300_000,
    boughtOn: officeDay(),
    paidOn: officeDay(),
  });
  await page.goto('/pay');
  await page.getByRole('link', { name: /Котов/ }).click();
  await expect(page.getByRole('region', { name: 'Покупки, которые вошли' })).toContainText(
    round.counterparty.name,
  );
  await expect(page.getByRole('region', { name: 'Рекомендательные письма' })).toContainText(
    round.counterparty.name,
  );
  expect(await faultsOf(page, 'own pay')).toEqual([]);
  const statement = new URL(page.url()).pathname;
  await expect(page.getByRole('button', { name: 'Внести поправку…' })).toBeHidden();

  const boss = await signIn(director);
  await boss.page.goto(statement);
  await boss.page.getByRole('button', { name: 'Внести поправку…' }).click();
  const correction = boss.page.getByRole('alertdialog');
  await correction.getByRole('textbox', { name: 'Сумма' }).fill('много');
  await correction.getByRole('textbox', { name: 'Причина' }).fill('ошибка в счёте');
  await correction.getByRole('button', { name: 'Сохранить' }).click();
  await expect(correction).toContainText('Введите');
  await correction.getByRole('textbox', { name: 'Сумма' }).fill('-1 000');
  await correction.getByRole('button', { name: 'Сохранить' }).click();
  await expect(boss.page.getByRole('region', { name: 'Поправки' })).toContainText('ошибка в счёте');
  await expect(boss.page.getByRole('button', { name: 'Закрыть месяц…' })).toBeDisabled();

  const colleague = await signIn('Орлова Марина Сергеевна');
  await colleague.page.goto(statement);
  await expect(colleague.page.getByRole('main')).not.toContainText(round.counterparty.name);
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});

test('a dissatisfied client’s complaint survives the hang-up, goes to head and director, and is closed by a second call (SA-3)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page } = manager;
  await manager.beginShift();
  const round = (await plannedRounds(manager)).at(-1)!;
  const words = `программа виснет при печати ${round.id}`;

  const sid = await callClient(manager, line, round);
  await manager.answer('Удобно говорить');
  await manager.fill('Что сказал о программе', words);
  await manager.answer('Недоволен');
  await manager.isAt('Довольны ли техподдержкой');
  await line.hangUp(sid);
  await expect(manager.script).toContainText('Звонок завершён, разговор не дописан');
  await page.goto('/rounds');
  await expect(page.getByRole('main')).toContainText('Рекламация не записана');
  await expect(page.getByRole('link', { name: /^Обзвон клиентов.*не записан/ })).toBeVisible();
  await page.goto(`/rounds/${round.id}`);
  await page.getByRole('button', { name: 'Записать рекламацию…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Рекламация' });
  await expect(dialog.getByRole('textbox', { name: 'Рекламация словами клиента' })).toHaveValue(words);
  await dialog.getByRole('combobox', { name: 'Чья работа стала причиной' }).click();
  await page.getByRole('option', { name: 'Отдел технической поддержки' }).click();
  expect(await faultsOf(page, 'a complaint')).toEqual([]);
  await dialog.getByRole('button', { name: 'Записать рекламацию' }).click();
  await expect(page.getByRole('main')).toContainText('Недоволен');

  const boss = await signIn(director, englishPhone);
  await boss.page.goto('/complaints');
  await expect(boss.page.getByRole('region', { name: 'Received' })).toContainText(words);
  expect(await faultsOf(boss.page, 'the board on a phone')).toEqual([]);

  const head = await signIn(headOfSupport);
  const { rows } = await head.read<{ rows: ComplaintRowView[] }>('/complaints?limit=5');
  const complaint = rows.find(({ text }) => text === words)!;
  await head.page.goto('/complaints');
  await head.page.getByRole('link', { name: `Рекламация № ${complaint.number}`, exact: true }).click();
  await head.page.getByRole('button', { name: 'Взять в работу' }).click();
  await head.page.getByRole('button', { name: 'Ответить клиенту…' }).click();
  const answer = head.page.getByRole('dialog', { name: 'Ответ клиенту' });
  await answer.getByRole('textbox', { name: 'Причина' }).fill('старый драйвер');
  await answer.getByRole('textbox', { name: 'Ответ клиенту' }).fill('драйвер обновлён');
  await answer.getByRole('button', { name: 'Сохранить' }).click();
  await expect(head.page.getByRole('main')).toContainText('Клиенту ответили');
  expect(await faultsOf(head.page, 'an answered complaint')).toEqual([]);

  await page.goto(`/complaints/${complaint.id}`);
  await page.getByRole('button', { name: 'Второй звонок…' }).click();
  const second = page.getByRole('dialog', { name: 'Второй звонок клиенту' });
  await second.getByRole('radio', { name: 'Клиент доволен решением' }).click();
  await second.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Закрыта');
  await page.goto('/rounds/trends');
  await expect(page.getByRole('heading', { level: 1, name: 'Довольны ли клиенты' })).toBeVisible();
  expect(await faultsOf(page, 'the trends')).toEqual([]);
  const figure = page.getByRole('link', { name: /: Всего за период, Недовольны$/ });
  const counted = Number(await figure.innerText());
  await figure.press('Enter');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(1 + Math.min(counted, 50));
  await expect(page.getByRole('combobox', { name: 'Итог' })).toContainText('Недоволен');
  expect(await faultsOf(page, 'the rounds that a figure counts')).toEqual([]);
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});

test('the head gives clients to another manager, with what hangs on them', async ({ signIn }) => {
  const head = await signIn('Сидорова Анна Ивановна');
  const { page } = head;
  await page.goto('/rounds');
  await page.getByRole('link', { name: 'Чьи клиенты' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Чьи клиенты' })).toBeVisible();
  expect(await faultsOf(page, 'whose clients')).toEqual([]);
  const row = page.getByRole('row').filter({ hasText: 'Белкина' });
  await row.getByRole('button', { name: /^Передать…/ }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(/Клиентов: \d+/);
  await dialog.getByRole('textbox', { name: 'Причина' }).fill('уходит в отпуск');
  await dialog.getByRole('combobox', { name: 'Кому' }).click();
  await page.getByRole('option', { name: /Орлова/ }).click();
  await dialog.getByRole('button', { name: 'Передать' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Передано? \d+ клиент/)).toBeVisible();
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^Клиентов0$/);
});
