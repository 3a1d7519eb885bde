import type { Page } from '@playwright/test';
import { type AtDesk, expect, test } from './at-desk';
import { faultsOf, looks } from './look';

const kotov = 'Котов Денис Олегович';

type CardAnswer = { card: { name: string; version: number } };

/** Pages are still given out, and everything that is saved or told goes nowhere. */
const lose = (page: Page) => page.context().route('**/api/**', (route) => route.abort());
const find = (page: Page) => page.context().unroute('**/api/**');

async function makeCard(person: AtDesk, name: string): Promise<string> {
  const { counterpartyId } = await person.change<{ counterpartyId: string }>('POST', '/counterparties', {
    name,
  });
  return counterpartyId;
}

const readCard = async (person: AtDesk, id: string) =>
  (await person.read<CardAnswer>(`/counterparties/${id}`)).card;

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Изменить', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Изменить карточку' });
  await dialog.getByLabel('Наименование').fill(name);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden({ timeout: 20_000 });
}

test('what is saved without a connection waits through a reload and a closed tab, and is saved once', async ({
  signIn,
}) => {
  const kotovAtDesk = await signIn(kotov);
  const { page } = kotovAtDesk;
  const id = await makeCard(kotovAtDesk, 'ООО «Без связи»');
  const before = await readCard(kotovAtDesk, id);
  await page.goto(`/counterparties/${id}`);
  await lose(page);
  await rename(page, 'ООО «Связь вернулась»');
  await expect(page.getByText('1 сохранение ждёт связи.').last()).toBeVisible();

  await page.reload();
  await expect(page.getByText(/^Нет связи с сервером/).last()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1 сохранение ждёт связи.').last()).toBeVisible();
  await page.getByRole('button', { name: 'Показать', exact: true }).press('Enter');
  const waiting = page.getByRole('dialog', { name: 'Не сохранено' });
  await expect(waiting.getByText('Карточка: ООО «Связь вернулась»')).toBeVisible();
  expect(await faultsOf(page, 'what waits')).toEqual([]);
  await page.keyboard.press('Escape');

  const context = page.context();
  const next = await context.newPage();
  await page.close();
  await find(next);
  await next.goto('/desk');
  await expect(next.getByText('Сохранено: Карточка: ООО «Связь вернулась»')).toBeVisible();
  const after = await readCard(kotovAtDesk.inTab(next), id);
  expect(after).toMatchObject({ name: 'ООО «Связь вернулась»', version: before.version + 1 });
  await expect(next.getByText('ждёт связи')).toHaveCount(0);
});

test('a save that others came before stays with its words, and goes on in its form', async ({ signIn }) => {
  const manager = await signIn(kotov);
  const { page } = manager;
  const id = await makeCard(manager, 'ООО «Двое сразу»');
  const { version } = await readCard(manager, id);
  await page.goto(`/counterparties/${id}`);
  await lose(page);
  await rename(page, 'ООО «Мои слова»');
  await manager.change('PATCH', `/counterparties/${id}`, { version, city: 'Томск' });
  await find(page);
  await expect(page.getByText('1 сохранение не принято').last()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Показать', exact: true }).click();
  const refused = page.getByRole('dialog', { name: 'Не сохранено' });
  await expect(refused.getByText('Запись уже изменили')).toBeVisible();
  await refused.getByRole('button', { name: 'Вернуть в форму' }).press('Enter');
  await page.reload();
  await page.getByRole('button', { name: 'Изменить', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Изменить карточку' });
  await expect(dialog.getByLabel('Наименование')).toHaveValue('ООО «Мои слова»');
  await dialog.getByRole('button', { name: 'Перенести мои правки на новую версию' }).click();
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  expect(await readCard(manager, id)).toMatchObject({ name: 'ООО «Мои слова»', city: 'Томск' });
});

test('what one person left waiting is neither shown to nor sent by the next one at the same browser', async ({
  signIn,
}) => {
  const manager = await signIn(kotov);
  const { page } = manager;
  const id = await makeCard(manager, 'ООО «Чужая очередь»');
  await page.goto(`/counterparties/${id}`);
  await lose(page);
  await rename(page, 'ООО «Только Котова»');
  await expect(page.getByText('1 сохранение ждёт связи.').last()).toBeVisible();
  const context = page.context();
  await context.clearCookies({ name: /session/ });
  await find(page);
  const other = await context.newPage();
  await other.goto('/sign-in');
  await other.getByRole('button', { name: 'Орлова' }).click();
  await other.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  await page.close();
  await other.reload();
  await expect(other.getByRole('button', { name: /^Ваше состояние/ })).toBeVisible();
  await expect(other.getByText('ждёт связи')).toHaveCount(0);
  expect(await readCard(manager.inTab(other), id)).toMatchObject({ name: 'ООО «Чужая очередь»' });

  const again = await context.newPage();
  await other.close();
  await context.clearCookies({ name: /session/ });
  await again.goto('/sign-in');
  await again.getByRole('button', { name: kotov }).click();
  await expect(again.getByText('Сохранено: Карточка: ООО «Только Котова»')).toBeVisible();
});

test('words typed in a call without a connection outlive the tab', async ({ signIn, line }) => {
  const manager = await signIn(kotov);
  await line.call({ from: '+79990002277' });
  await manager.takeCall();
  const callId = await manager.shownCall();
  await manager.answer('Коммерческий вопрос');
  await manager.isAt('Карточка контрагента');
  await lose(manager.page);
  await manager.fill('Наименование', 'ООО «Набрано без связи»');
  await expect(
    manager.script.getByText('ждёт связи').or(manager.page.getByText('ждёт связи')).first(),
  ).toBeVisible();
  const next = await manager.page.context().newPage();
  await manager.page.close();
  await find(next);
  await next.goto(`/desk?call=${callId}`);
  const script = manager.inTab(next).script;
  await expect(script.getByRole('textbox', { name: 'Наименование' })).toHaveValue('ООО «Набрано без связи»');
  await expect
    .poll(async () => {
      const call = await manager
        .inTab(next)
        .read<{ conversation: { draft: { card: { name: string } } } }>(`/calls/${callId}`);
      return call.conversation.draft.card.name;
    })
    .toBe('ООО «Набрано без связи»');
});

test('offline, the page stays whatever is pressed, and goes on when the connection is back', async ({
  signIn,
}) => {
  const { page } = await signIn(kotov);
  await page.goto('/counterparties');
  await expect(page.getByRole('table')).toBeVisible();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Дилеры' }).click();
  await expect(page.getByText(/^Нет связи с сервером/).last()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Журнал звонков' }).click();
  await expect(page.getByText('страница не открыта')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Контрагенты' })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page).toHaveURL(/status=dealer/);
  await expect(page.getByText(/^Нет связи с сервером/)).toHaveCount(0, { timeout: 30_000 });
});

test('the banner and what waits are whole in either language, theme and width', async ({ signIn }) => {
  for (const look of looks) {
    const person = await signIn(kotov, look);
    await person.page.goto('/settings');
    await lose(person.page);
    await person.page.reload();
    const lost = person.page.getByText(/^(Нет связи с сервером|No connection)/).last();
    await expect(lost).toBeVisible({ timeout: 30_000 });
    expect(await faultsOf(person.page, 'the banner')).toEqual([]);
  }
});

test('lists stay whole tables on paper, without what only a screen can do', async ({ signIn }) => {
  const { page } = await signIn('Сидорова Анна Ивановна');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1000 });
  for (const path of ['/counterparties', '/calls', '/reactions?scope=department', '/appeals', '/reviews']) {
    await page.goto(path);
    await expect(page.getByRole('table').first()).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeHidden();
    await expect(page.getByRole('columnheader').nth(1)).toBeVisible();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, path).toBeLessThanOrEqual(0);
  }
});
