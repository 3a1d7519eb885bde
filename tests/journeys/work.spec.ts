import type { RoundView } from '@/lib/domain/rounds/round-views';
import { expect, test } from './at-desk';
import { faultsOf, looks, untilItStandsStill } from './look';
import { officeDay } from './office-day';
import { plan } from './prepared';

const shapes = [
  '/reactions?scope=department&shape=board',
  '/reactions?scope=department&shape=board&by=person',
  '/reactions?scope=department&shape=calendar',
  '/reactions?scope=department&shape=calendar&span=month',
  '/reactions?view=clientPromise',
  '/reactions?view=escalation',
];

test('a head narrows the work, postpones two at once by keyboard with one reason, and takes it back', async ({
  signIn,
}) => {
  const head = await signIn('Сидорова Анна Ивановна');
  const { page } = head;
  await page.goto('/reactions?scope=department&group=later');
  await page.getByRole('button', { name: 'Столбцы' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Записана' }).press('Space');
  await expect(page.getByRole('columnheader', { name: 'Записана' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Записана' })).toBeVisible();

  const rows = page.getByRole('table').getByRole('checkbox');
  await expect(rows.nth(1)).toBeVisible();
  await rows.nth(0).press('Space');
  await rows.nth(1).press('Space');
  await expect(page.getByText('выбрано: 2')).toBeVisible();
  await page.getByRole('button', { name: 'Перенести…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Перенести 2 реакции' });
  await dialog.getByRole('button', { name: 'Перенести' }).press('Enter');
  await expect(dialog.getByLabel('Новый срок')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Новый срок').fill(`${officeDay(200)}T10:00`);
  await dialog.getByLabel('Причина переноса').fill('ждём новую версию');
  await dialog.getByRole('button', { name: 'Перенести' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Перенесено: 2 реакции')).toBeVisible();
  await page.getByRole('button', { name: 'Отменить' }).press('Enter');
  await expect(page.getByText('Возвращено как было: 2 реакции')).toBeVisible();
});

test('the work stands on a board and in a calendar, and is moved there with a reason', async ({ signIn }) => {
  for (const look of looks) {
    const head = await signIn('Сидорова Анна Ивановна', look);
    const problems: string[] = [];
    for (const path of shapes) {
      await head.page.goto(path);
      await expect(head.page.getByRole('heading', { level: 1 })).toBeVisible();
      problems.push(...(await faultsOf(head.page, path)));
    }
    expect(problems).toEqual([]);
  }
  const { page } = await signIn('Сидорова Анна Ивановна');
  await page.goto('/reactions?scope=department&shape=board');
  const overdue = page.getByRole('region', { name: 'Просрочено' });
  const card = overdue.locator('article[draggable="true"]').first();
  await card.dragTo(page.getByRole('region', { name: 'Позже' }).getByRole('heading'));
  const dialog = page.getByRole('dialog', { name: 'Перенести срок' });
  await expect(dialog.getByLabel('Новый срок')).toHaveValue(/T10:00$/);
  await dialog.getByLabel('Причина переноса').fill('клиент просил позже');
  await dialog.getByRole('button', { name: 'Перенести' }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('region', { name: 'Позже' })
    .locator('article[draggable="true"]')
    .first()
    .dragTo(overdue.getByRole('heading'));
  await expect(page.getByText('Новый срок должен быть впереди.')).toBeVisible();

  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(`/reactions?scope=department&shape=calendar&day=${officeDay(-7)}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const runOut = await page.locator('article').evaluateAll(
    (cards) =>
      cards.filter((card) => {
        const { right } = card.getBoundingClientRect();
        return [...card.querySelectorAll('span')].some((one) => one.getBoundingClientRect().right > right);
      }).length,
  );
  expect(runOut).toBe(0);
});

test('a letter is written from an appeal, keeps its draft, and stands in the mailbox of the demo', async ({
  signIn,
}) => {
  const { page } = await signIn('Котов Денис Олегович');
  await page.goto('/reactions?scope=all');
  await untilItStandsStill(page);
  await page.locator('main a[href^="/appeals/"]').first().press('Enter');
  await page.waitForURL(/\/appeals\//);
  await page.getByRole('button', { name: 'Написать письмо' }).click();
  const dialog = page.getByRole('dialog', { name: /^Письмо:/ });
  await dialog.getByLabel('Тема').fill('Счёт на продление');
  await dialog.getByLabel('Текст письма').fill('Добрый день! Счёт во вложении.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Написать письмо' }).click();
  await expect(dialog.getByLabel('Текст письма')).toHaveValue('Добрый день! Счёт во вложении.');
  await dialog.getByLabel('Кому').fill('не адрес');
  await dialog.getByRole('button', { name: 'Отправить' }).click();
  await expect(dialog.getByLabel('Кому')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Кому').fill('buh@client.example');
  await dialog.getByRole('button', { name: 'Отправить' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Исходящее письмо: Счёт на продление')).toBeVisible();
  await page.goto('/mailbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Письма (демонстрация)' })).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'Счёт на продление' });
  await expect(row).toContainText('отправлено', { timeout: 30_000 });
});

test('what is done asks at once who acts next, and is reminded of when that is near', async ({ signIn }) => {
  const manager = await signIn('Котов Денис Олегович');
  const { page } = manager;
  const topic = 'согласовать день обучения';
  await manager.change('PATCH', '/me', { reminderMinutes: 120 });
  await page.goto('/desk');
  await plan(manager, { topic, inMinutes: 90, of: { name: 'ООО «Можжевельник»' } });
  const told = page.getByRole('listitem').filter({ hasText: topic });
  await expect(told).toContainText('Скоро срок');
  await manager.change('PATCH', '/me', { reminderMinutes: 10 });
  await page.goto('/reactions');
  const row = page.getByRole('row').filter({ hasText: topic });
  await row.getByRole('button', { name: 'Выполнено' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Выполнено: ${topic}` });
  const who = dialog.getByRole('combobox', { name: 'Кто действует' });
  await expect(who).toHaveValue(/^Котов/);
  await who.fill('Орлова');
  await page
    .getByRole('option', { name: /Орлова/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'ОК, записать' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row).toHaveCount(0);
});

test('what is planned is reached within its column of a card, and a list keeps its head in sight', async ({
  signIn,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const { page } = manager;
  const topic = 'согласовать перенос базы и обучение двух новых сотрудников склада';
  const { counterpartyId } = await plan(manager, { topic, of: { name: 'ООО «Барбарис»' } });
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.goto(`/counterparties/${counterpartyId}`);
  const planned = page.getByRole('region', { name: 'Запланировано' });
  const actions = planned
    .getByRole('row')
    .filter({ hasText: topic })
    .getByRole('button', { name: 'Действия' });
  await actions.hover();
  const [column, button] = [(await planned.boundingBox())!, (await actions.boundingBox())!];
  expect(button.x + button.width).toBeLessThanOrEqual(column.x + column.width);

  await page.goto('/counterparties');
  await untilItStandsStill(page);
  const rows = page.getByRole('table', { name: 'Контрагенты' }).getByRole('row');
  expect(await rows.count()).toBeGreaterThan(20);
  await rows.last().scrollIntoViewIfNeeded();
  await expect(page.getByRole('columnheader', { name: 'Контактное лицо' })).toBeInViewport();
});

test('a promise to a client that another department moves reaches the client’s own manager (CO-3)', async ({
  signIn,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const { rows } = await manager.read<{ rows: RoundView[] }>('/rounds?show=planned&limit=50');
  const client = rows[0]!.counterparty;
  await manager.page.goto('/desk');
  const management = await signIn('Мельников');
  const topic = 'настроить печать счёта';
  await plan(management, { topic, of: { id: client.id } });
  await management.page.goto('/reactions');
  const row = management.page.getByRole('row').filter({ hasText: topic });
  await row.getByRole('button', { name: 'Действия' }).press('Enter');
  await management.page.getByRole('menuitem', { name: 'Перенести…' }).press('Enter');
  const dialog = management.page.getByRole('dialog', { name: 'Перенести срок' });
  await dialog.getByLabel('Новый срок').fill(`${officeDay(200)}T10:00`);
  await dialog.getByLabel('Причина переноса').fill('ждём поставщика');
  await dialog.getByRole('button', { name: 'Перенести' }).press('Enter');
  await expect(row).toContainText(/переносили\s1\sраз/);

  const told = manager.page.getByRole('listitem').filter({ hasText: topic });
  await expect(told).toContainText('Сорвано обещание клиенту');
  await told.getByRole('link', { name: 'Открыть' }).press('Enter');
  await expect(manager.page).toHaveURL(/view=clientPromise/);
  const slipped = manager.page.getByRole('row').filter({ hasText: topic });
  await expect(slipped).toContainText(client.name);
  await expect(slipped).toContainText('срок перенесли');
});
