import { expect, test } from './at-desk';
import { faultsOf } from './look';

test('a line that records says so first, pauses while it must not listen, and is heard again from a step of the conversation', async ({
  signIn,
  line,
}) => {
  const administrator = await signIn('Жданов');
  const { page: settings } = administrator;
  await settings.goto('/settings/numbers');
  await settings
    .getByRole('button', { name: /^Изменить: / })
    .first()
    .click();
  const dialog = settings.getByRole('dialog', { name: 'Изменить' });
  await dialog.getByRole('checkbox', { name: 'Записывать разговоры' }).click();
  expect(await faultsOf(settings, 'how a line records')).toEqual([]);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();

  const manager = await signIn('Котов Денис Олегович');
  const { page, bar } = manager;
  const caller = await line.call({ from: '+79990007711' });
  const heard = async () => (await line.callOf(caller.sid)).heard.map(({ text }) => text).join(' ');
  await expect.poll(heard).toMatch(/Разговор записывается/);
  await manager.takeCall();
  await expect(bar).toContainText('Запись идёт');
  const callId = await manager.shownCall();
  await line.soundTone(caller.sid, 700);
  await bar.getByRole('button', { name: 'Пауза записи' }).click();
  await expect(bar).toContainText('Запись на паузе');
  expect(await faultsOf(page, 'recording paused')).toEqual([]);
  await page.reload();
  await bar.getByRole('button', { name: 'Продолжить запись' }).click();
  await expect(bar).toContainText('Запись идёт');
  await manager.answer('Коммерческий вопрос');
  await line.hears(caller.sid, 4000);
  await line.hangUp(caller.sid);
  await expect(manager.script).toContainText('Звонок завершён');

  await expect(async () => {
    await page.goto(`/calls/${callId}`);
    await expect(page.getByRole('group', { name: /^Разговор от / })).toBeVisible({ timeout: 2000 });
  }).toPass();
  const player = page.getByRole('group', { name: /^Разговор от / });
  const position = player.getByRole('slider', { name: 'Место в записи' });
  await expect(page.getByText('Никто ещё не слушал')).toBeVisible();
  const listen = page.getByRole('button', { name: /^Слушать с / });
  await expect(listen).toHaveCount(2);
  await listen.last().click();
  await expect(position).not.toHaveValue('0');
  expect(await faultsOf(page, 'recording on the review')).toEqual([]);
  await page.screenshot({ path: test.info().outputPath('review.png') });
  const before = Number(await position.inputValue());
  await position.focus();
  await page.keyboard.press('Space');
  await expect(player.getByRole('button', { name: 'Пауза' })).toBeVisible();
  await expect.poll(async () => Number(await position.inputValue())).not.toBe(before);
  await expect(player.getByRole('link', { name: 'Скачать' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Слушали: Котов/)).toBeVisible();

  const { rows } = await administrator.read<{ rows: { id: string; version: number }[] }>('/numbers');
  const { id, version } = rows[0]!;
  await administrator.change('PATCH', `/numbers/${id}`, { recordsConversations: false, version });
});
