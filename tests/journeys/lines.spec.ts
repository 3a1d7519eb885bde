import { expect, test } from './at-desk';
import { faultsOf } from './look';

const kotov = 'Котов Денис Олегович';
const lazareva = 'Лазарева Екатерина Павловна';

test('a manager takes a ringing hand-over back, then stays with the caller until the colleague answers (IN-10, S4)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const colleague = await signIn(lazareva);
  const caller = await line.call({ from: '+79990005511' });
  await manager.takeCall();
  await manager.answer('Спрашивает менеджера по продажам');
  await manager.pick('Сотрудник', 'Лаз', /Лазарева/);
  await manager.answer('Назвал сотрудника');
  await manager.answer('Попрощался');
  await expect(colleague.bar).toContainText('Вам передают звонок');
  expect(await faultsOf(manager.page, 'a hand-over that may be taken back')).toEqual([]);
  await manager.bar.getByRole('button', { name: 'Вернуть себе' }).click();
  await expect(colleague.bar).toBeHidden();
  await expect(manager.bar.getByText(/^Разговор$/)).toBeVisible({ timeout: 30_000 });
  await expect(manager.script).toContainText('Звонок вернули себе');
  await expect.poll(async () => (await line.callOf(caller.sid)).hold).toBe(false);

  await manager.page.keyboard.press('Control+Shift+KeyL');
  const dialog = manager.page.getByRole('dialog', { name: 'С кем посоветоваться' });
  await dialog.getByRole('combobox', { name: 'Коллега или отдел' }).fill('Лазарева');
  await manager.page.getByRole('option', { name: /Лазарева/ }).click();
  await dialog.getByRole('checkbox', { name: 'Остаться до ответа' }).click();
  expect(await faultsOf(manager.page, 'staying until they answer')).toEqual([]);
  await dialog.getByRole('button', { name: 'Позвонить и передать' }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.bar).toContainText('вы остаётесь до ответа');
  await expect.poll(async () => (await line.callOf(caller.sid)).hold).toBe(true);
  await expect(colleague.bar).toContainText('Вам передают звонок');
  await colleague.takeCall();
  await expect(manager.script).toContainText('Звонящего взял на себя коллега: Лазарева Е. П.');
  await expect.poll(async () => (await line.callOf(caller.sid)).hold).toBe(false);
  await line.hangUp(caller.sid);
});

test('an administrator gives a line hours and words of its own, and lets another department ring too (IN-11)', async ({
  signIn,
  line,
}) => {
  const administrator = await signIn('Жданов');
  const { page } = administrator;
  await page.goto('/settings/numbers');
  const edit = page.getByRole('button', { name: /^Изменить: / }).first();
  await edit.click();
  const dialog = page.getByRole('dialog', { name: 'Изменить' });
  await dialog.getByRole('checkbox', { name: 'Свои часы работы' }).click();
  await dialog
    .getByRole('textbox', { name: 'Что слышат звонящие в нерабочее время' })
    .fill('Эта линия сегодня молчит.');
  expect(await faultsOf(page, 'hours of a line')).toEqual([]);
  await dialog.getByRole('button', { name: 'Сохранить' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('свои, своё приветствие')).toBeVisible();
  type Line = { id: string; version: number; hours: object | null };
  const { rows: numbers } = await administrator.read<{ rows: Line[] }>('/numbers');
  const number = numbers.find(({ hours }) => hours !== null)!;
  const change = async (fields: object) => {
    const { version } = number;
    const path = `/numbers/${number.id}`;
    Object.assign(number, await administrator.change('PATCH', path, { ...fields, version }));
  };
  await change({ hours: { timeZone: 'Asia/Vladivostok', weekly: [], holidays: [] } });
  const turnedAway = await line.call({ from: '+79990005522' });
  await expect
    .poll(async () => (await line.callOf(turnedAway.sid)).heard.map(({ text }) => text).join(' '))
    .toMatch(/Эта линия сегодня молчит/);
  await change({ hours: null, closedGreeting: '' });

  const words = page.getByRole('textbox', { name: /^Никто не ответил(?!,)/ });
  await words.fill('Все заняты, мы перезвоним.');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('слова, когда никто не ответил').first()).toBeVisible();

  const readClient = async () => {
    const { rows } = await administrator.read<{ rows: { id: string; kind: string; version: number }[] }>(
      '/departments',
    );
    return rows.find(({ kind }) => kind === 'client')!;
  };
  const client = await readClient();
  await page.goto(`/settings/departments/${client.id}`);
  await page.getByRole('combobox', { name: 'Если никто не ответил, звонит ещё' }).click();
  await page.getByRole('option', { name: 'Отдел продаж' }).click();
  await page.getByRole('textbox', { name: 'Через сколько секунд' }).fill('5');
  expect(await faultsOf(page, 'another department that rings')).toEqual([]);
  await page
    .locator('form')
    .filter({ hasText: 'Если никто не ответил' })
    .getByRole('button', { name: 'Сохранить' })
    .click();
  await expect(page.getByText('через сколько секунд звонит ещё').first()).toBeVisible();
  const colleague = await signIn(lazareva);
  const caller = await line.call({ from: '+79990005533' });
  await expect(colleague.bar).toContainText('Входящий звонок', { timeout: 15_000 });
  await colleague.takeCall();
  await colleague.isAt('Приветствие');
  await line.hangUp(caller.sid);
  const { version } = await readClient();
  await administrator.change('PATCH', `/departments/${client.id}`, { overflowDepartmentId: null, version });
});
