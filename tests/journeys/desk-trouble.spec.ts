import { expect, test } from './at-desk';
import { untilAlive, untilItStandsStill } from './look';

const kotov = 'Котов Денис Олегович';

test('a caller who hangs up in mid-step leaves an unfinished conversation that is finished later (IN-6)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const caller = await line.call({ from: '+79990002211' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Коммерческий вопрос');
  await manager.fill('Наименование', 'ООО «Обрыв»');
  await line.hangUp(caller.sid);
  await expect(manager.script).toContainText('Звонок завершён, разговор не дописан');
  await manager.page.goto('/calls/unfinished');
  await manager.page
    .getByRole('link', { name: /Дописать/ })
    .and(manager.page.locator(`[href$="call=${callId}"]`))
    .first()
    .click();
  await manager.isAt('Карточка контрагента');
  await expect(manager.script.getByRole('textbox', { name: 'Наименование' })).toHaveValue('ООО «Обрыв»');
  await manager.fillCard('ООО «Обрыв»');
  await manager.answer('Всё записано');
  await manager.answer('Записать и закрыть звонок');
  await manager.isAt('Дописан после обрыва');
  const call = await manager.read<{ records: { counterparty: { name: string } } }>(`/calls/${callId}`);
  expect(call.records.counterparty.name).toBe('ООО «Обрыв»');
});

test('a reload right after a keystroke loses nothing (IN-6)', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  await line.call({ from: '+79990002222' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Коммерческий вопрос');
  await manager.isAt('Карточка контрагента');
  await manager.fill('Наименование', 'ООО «Перезагрузка»');
  await manager.page.reload();
  await manager.isAt('Карточка контрагента');
  await expect(manager.script.getByRole('textbox', { name: 'Наименование' })).toHaveValue(
    'ООО «Перезагрузка»',
  );
  type Kept = { conversation: { draft: { card: { name: string } } } };
  const kept = async () => (await manager.read<Kept>(`/calls/${callId}`)).conversation.draft.card.name;
  await expect.poll(kept).toBe('ООО «Перезагрузка»');
});

test('what was typed in the second before the console dies is there when it is back (IN-6)', async ({
  signIn,
  line,
  callboard,
}) => {
  const manager = await signIn(kotov);
  const caller = await line.call({ from: '+79990002277' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Коммерческий вопрос');
  await manager.isAt('Карточка контрагента');
  await manager.fill('Наименование', 'ООО «Обесточено»');
  await callboard.crash();
  type Kept = { conversation: { draft: { card: { name: string } } } };
  await expect
    .poll(async () => (await manager.read<Kept>(`/calls/${callId}`)).conversation.draft.card.name)
    .toBe('ООО «Обесточено»');
  expect((await line.callOf(caller.sid)).hasEnded).toBe(false);
});

test('an answer from a second tab that fell behind is refused, and the tab shows where the call is', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  await line.call({ from: '+79990002233' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  const second = await manager.page.context().newPage();
  await second.goto(`/desk?call=${callId}`);
  const secondScript = second.getByRole('region', { name: 'Сценарий разговора' });
  await expect(secondScript.getByRole('heading', { name: 'Приветствие' })).toBeVisible();
  const readsAgain = Promise.withResolvers<void>();
  await second.route('**/api/v1/calls/*', async (route) => {
    await readsAgain.promise;
    await route.continue();
  });
  await manager.answer('Коммерческий вопрос');
  await manager.isAt('Карточка контрагента');
  await secondScript.getByRole('button', { name: /Сотрудничество/ }).click();
  readsAgain.resolve();
  await expect(secondScript).toContainText('Разговор уже на другом шаге', { timeout: 30_000 });
  await expect(secondScript.getByRole('heading', { name: 'Карточка контрагента' })).toBeVisible();
});

test('a hand-over nobody takes comes back, and what follows is agreed with the caller (IN-10)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  await line.call({ from: '+79990002255' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Коммерческий вопрос');
  await manager.fillCard('ООО «Возврат»');
  await manager.answer('Всё записано');
  await manager.answer('Попрощался');
  await expect(manager.bar).toContainText('Передаём');
  await expect(manager.bar).toContainText('Звонок вернулся к вам', { timeout: 75_000 });
  await manager.takeCall();
  await manager.isAt('Звонок вернулся');
  await expect(manager.script).toContainText('Передать не получилось');
  await manager.answer('Пообещать, что перезвонят');
  await manager.answer('Попрощался');
  await manager.isAt('Обещали перезвонить');
  const call = await manager.read<{ records: { nextReactions: unknown[] } }>(`/calls/${callId}`);
  expect(call.records.nextReactions).toHaveLength(1);
});

test('the whole commercial call is led by the keyboard alone', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  const sales = await signIn('Лазарева Екатерина Павловна');
  const { keyboard } = manager.page;
  await line.call({ from: '+79990002266' });
  await expect(manager.bar).toContainText('Входящий звонок');
  await keyboard.press('Control+Enter');
  await manager.isAt('Приветствие');
  await keyboard.press('1');
  await manager.isAt('Карточка контрагента');
  await keyboard.type('ООО «Клавиша»');
  await keyboard.press('Tab');
  await keyboard.type('Томск');
  await keyboard.press('Tab');
  await keyboard.type('Иванов Пётр');
  await keyboard.press('Alt+1');
  await manager.isAt('Обращение');
  await keyboard.press('Alt+1');
  await manager.isAt('Прощание');
  await keyboard.press('Control+Shift+Enter');
  await expect(sales.bar).toContainText('Вам передают звонок');
  await sales.page.keyboard.press('Control+Enter');
  await manager.isAt('Звонок передан');
});

test('whoever has only the first part of a page answers and hangs up all the same', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page } = manager;
  let isCut = false;
  await page.route('**/_next/static/chunks/**', (route) => (isCut ? route.abort() : route.continue()));
  // What comes later is fetched when the page is idle: cut off from the first call on, it has not been.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto('/desk');
  await untilAlive(page);
  isCut = true;
  const caller = await line.call({ from: '+79990002255' });
  const bar = page.getByRole('region', { name: 'Звонки' });
  await bar.getByRole('button', { name: 'Ответить' }).click();
  await expect(page.getByText('Часть страницы не загрузилась').last()).toBeVisible();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.accept();
  });
  await bar.getByRole('button', { name: 'Положить трубку' }).click();
  await expect.poll(async () => (await line.callOf(caller.sid)).status).toBe('completed');
  expect(asked).toEqual([expect.stringContaining('Положить трубку?')]);
  isCut = false;
  await expect(page.getByText('Часть страницы не загрузилась')).toHaveCount(0);
});

test('Escape calls off what was opened and has not come yet', async ({ signIn }) => {
  const { page } = await signIn(kotov);
  let release = () => {};
  let isHeld: Promise<void> = Promise.resolve();
  await page.route('**/_next/static/chunks/**', async (route) => {
    await isHeld;
    await route.continue();
  });
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await page.goto('/counterparties');
  await expect(page.getByLabel('Найти карточку')).toBeVisible();
  await untilAlive(page);
  isHeld = new Promise((resolve) => {
    release = resolve;
  });
  const state = page.getByRole('button', { name: /^Ваше состояние/ });
  await state.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /, меню$/ }).press('Enter');
  release();
  await expect(page.getByRole('menu')).toBeVisible();
  await untilItStandsStill(page);
  await expect(state).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('menu')).toHaveCount(1);
});
