import { browserArgs, findBrowser } from '../browser';
import { type AtDesk, expect, phoneReady, test } from './at-desk';
import type { Line, LineCall } from './line';
import { englishPhone, faultsOf } from './look';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    // The microphone is a beeping one, allowed without asking.
    args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  },
});

const kotov = 'Котов Денис Олегович';

/** Presses the number of a card on the card itself. */
async function callFromCard(person: AtDesk, card: { id: string }): Promise<void> {
  const { page } = person;
  await page.goto(`/counterparties/${card.id}`);
  // A page loaded anew goes on with the shift.
  await expect(page.getByRole('button', phoneReady)).toBeVisible({
    timeout: 30_000,
  });
  await page
    .getByRole('button', { name: /^(Позвонить|Call): / })
    .first()
    .click();
}

/** Whom the console called last, as their end of the line. */
async function partyOf(line: Line, number: string): Promise<LineCall> {
  const find = async () => (await line.calls()).find(({ to, hasEnded }) => to === number && !hasEnded);
  await expect.poll(find, { timeout: 30_000 }).toBeTruthy();
  return (await find())!;
}

async function answers(line: Line, number: string): Promise<LineCall> {
  const party = await partyOf(line, number);
  await expect.poll(async () => (await line.phone(number)).state).toBe('ringing');
  await line.operatePhone(number, 'answer');
  return party;
}

test('a manager calls from a card in the browser, is heard and hears, and writes down what was agreed (OUT-1, OUT-3)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page, bar } = manager;
  await manager.beginShift();
  const card = await manager.findCard('client');
  await line.setPhone(card.number, { mode: 'manual' });

  await callFromCard(manager, card);
  await expect(bar).toContainText('Набираем номер', { timeout: 30_000 });
  expect(await faultsOf(page, 'calling')).toEqual([]);
  const party = await answers(line, card.number);
  await expect(bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await expect(bar).toContainText('Исходящий звонок');

  const own = (await line.calls()).find(({ from, hasEnded }) => from.startsWith('client:') && !hasEnded)!;
  await line.soundTone(party.sid, 700);
  await expect.poll(() => line.hears(own.sid)).toContain(700);
  await line.soundTone(party.sid, null);
  await expect.poll(async () => (await line.hears(party.sid, 2500)).length).toBeGreaterThan(0);

  await bar.getByRole('button', { name: /^На удержание/ }).click();
  await expect.poll(async () => (await line.callOf(party.sid)).hold).toBe(true);
  await bar.getByRole('button', { name: /^Вернуться к звонящему/ }).click();
  await expect.poll(async () => (await line.callOf(party.sid)).hold).toBe(false);

  await bar.getByRole('link', { name: 'К разговору' }).click();
  await expect(page.getByRole('region', { name: 'Кому звоним' })).toContainText(card.name);
  await expect(manager.script).toContainText('Вам удобно сейчас говорить?');
  await manager.answer('Удобно говорить');
  await manager.isAt('Цель звонка');
  await manager.answer('Договорились');
  await manager.answer('Карточка верна');
  await manager.isAt('Обращение');
  await manager.fill('Тема обращения', 'договорились о показе');
  await manager.answer('Всё записано');
  await manager.answer('Завтра');
  await manager.isAt('Прощание');
  await manager.answer('Попрощался');
  await expect.poll(async () => (await line.callOf(party.sid)).hasEnded).toBe(true);
  await expect(page.getByRole('button', phoneReady)).toBeVisible();

  await page.goto(`/counterparties/${card.id}`);
  await expect(page.getByRole('main')).toContainText('договорились о показе');
  await page.goto('/calls?direction=outbound');
  const row = page.getByRole('row').filter({ hasText: card.name }).first();
  await expect(row).toContainText('Исходящий');
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});

test('a number that is busy or cannot be called says so, and is called again from where it stands', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page, bar } = manager;
  const number = '+73842581277';
  await line.setPhone(number, { mode: 'busy' });
  await page.getByRole('button', { name: 'Набрать номер' }).click();
  const dial = page.getByRole('dialog', { name: 'Набрать номер' });
  await dial.getByRole('textbox', { name: 'Номер телефона' }).fill('58-12-77');
  await dial.getByRole('button', { name: 'Позвонить' }).click();
  await expect(dial).toContainText('Добавьте код города');
  await dial.getByRole('textbox', { name: 'Номер телефона' }).fill('8 (3842) 58-12-77');
  await page.keyboard.press('Enter');
  await expect(dial).toBeHidden();
  await expect(bar).toContainText('Не дозвонились: занято', { timeout: 30_000 });

  await line.setPhone(number, { mode: 'manual' });
  await bar.getByRole('button', { name: /^Позвонить ещё раз/ }).click();
  await partyOf(line, number);
  await expect(bar).toContainText('Набираем номер', { timeout: 30_000 });
  await bar.getByRole('button', { name: 'Отменить вызов' }).click();
  await expect(bar.getByText('Набираем номер')).toBeHidden();
  await expect.poll(async () => (await line.phone(number)).state).toBe('idle');
});

test('calling a missed caller back is an attempt while in vain, and settles them when answered (OUT-2)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page, bar } = manager;
  await manager.change('PUT', '/presence', { chosen: 'break' });
  const number = '+73842581288';
  const missed = await line.call({ from: number });
  await expect.poll(async () => (await line.callOf(missed.sid)).conference).not.toBeNull();
  await line.hangUp(missed.sid);
  await page.goto('/calls/missed');
  const row = page.getByRole('row').filter({ hasText: /58\D?12\D?88/ });
  await expect(row).toContainText('не перезвонили', { timeout: 75_000 });

  await line.setPhone(number, { mode: 'busy' });
  await row.getByRole('button', { name: /^Перезвонить/ }).click();
  await expect(bar).toContainText('Не дозвонились: занято', { timeout: 30_000 });
  await expect(row).toContainText('1 попытка перезвонить', { timeout: 75_000 });

  await line.setPhone(number, { mode: 'manual' });
  await row.getByRole('button', { name: /^Перезвонить/ }).click();
  await answers(line, number);
  await expect(bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await expect(row).toHaveCount(0);
  await page.goto('/calls/missed?show=settled');
  await expect(page.getByRole('row').filter({ hasText: /58\D?12\D?88/ })).toContainText('перезвонили');
  await bar.getByRole('link', { name: 'К разговору' }).click();
  await manager.answer('Ни о чём не договорились');
  await manager.answer('Попрощался');
  await expect(bar.getByText(/^Разговор$/)).toBeHidden();
});

test('in English and in a narrow window, the same', async ({ signIn, line }) => {
  const manager = await signIn('Котов Денис Олегович', englishPhone);
  const { page, bar } = manager;
  const number = '+73842581299';
  await line.setPhone(number, { mode: 'manual' });
  await page.getByRole('button', { name: 'Dial a number' }).click();
  await page.getByRole('textbox', { name: 'Phone number' }).fill(number);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(bar).toContainText('Dialling', { timeout: 30_000 });
  expect(await faultsOf(page, 'calling')).toEqual([]);
  await answers(line, number);
  await expect(bar.getByText(/^Talking$/)).toBeVisible({ timeout: 30_000 });
  await manager.answerByNumber(3);
  await manager.answerByNumber(1);
  await expect(bar.getByText(/^Talking$/)).toBeHidden();
});
