import type { Locator, Page } from '@playwright/test';
import { expect, test } from './at-desk';
import { faultsOf, usualLook } from './look';

const heard = /Пожалуйста, оставайтесь на линии|hold\.wav/;

/** Goes from control to control as a person does who has no mouse, and presses the one that is meant. */
async function pressByKeys(page: Page, button: Locator): Promise<void> {
  await expect(button).toBeVisible();
  const isThere = () => button.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 60; step += 1) {
    if (await isThere()) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error('sixty steps of the Tab key do not lead there');
}

test('a manager puts the caller on hold by keyboard, reloads, and comes back to them (S2)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const caller = await line.call({ from: '+79990004411' });
  await manager.takeCall();
  await manager.page.keyboard.press('Control+Shift+KeyH');
  await expect(manager.bar.getByText('На удержании')).toBeVisible();
  await expect.poll(async () => (await line.callOf(caller.sid)).hold).toBe(true);
  await expect.poll(async () => (await line.callOf(caller.sid)).hears?.text ?? '').toMatch(heard);

  await manager.page.reload();
  await expect(manager.bar.getByText('На удержании')).toBeVisible();
  expect(await faultsOf(manager.page, 'call bar')).toEqual([]);

  await manager.bar.getByRole('button', { name: /^Вернуться к звонящему/ }).click();
  await expect(manager.bar.getByText('На удержании')).toBeHidden();
  await expect.poll(async () => (await line.callOf(caller.sid)).hold).toBe(false);

  await manager.bar.getByRole('button', { name: /^Выключить микрофон/ }).click();
  await expect(manager.bar).toContainText('Микрофон выключен');
  await manager.page.keyboard.press('Control+Shift+KeyM');
  await expect(manager.bar).not.toContainText('Микрофон выключен');
  await line.hangUp(caller.sid);
  await expect(manager.bar.getByRole('button', { name: /^На удержание/ })).toHaveCount(0);
});

test('a manager asks a colleague, who declines; then again, turns between both, and leaves them the caller (S4, IN-6)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const colleague = await signIn('Лазарева Екатерина Павловна');
  const caller = await line.call({ from: '+79990004422' });
  await manager.takeCall();
  await manager.answer('Коммерческий вопрос');

  const ask = async () => {
    await manager.page.keyboard.press('Control+Shift+KeyL');
    const dialog = manager.page.getByRole('dialog', { name: 'С кем посоветоваться' });
    await dialog.getByRole('combobox', { name: 'Коллега или отдел' }).fill('Лазарева');
    await manager.page.getByRole('option', { name: /Лазарева/ }).click();
    await dialog.getByRole('button', { name: 'Позвонить' }).click();
    await expect(dialog).toBeHidden();
  };
  await ask();
  await expect(manager.bar).toContainText('Звоним коллеге');
  await expect(manager.bar.getByText('На удержании')).toBeVisible();
  await expect(colleague.bar).toContainText('Коллега просит совета');
  await colleague.bar.getByRole('button', { name: 'Отклонить…' }).click();
  await colleague.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Отклонить', exact: true })
    .click();
  await expect(manager.bar).toContainText('звонок отклонён');
  await expect(manager.bar.getByText('На удержании')).toBeVisible();

  await ask();
  await colleague.answerButton.click();
  await expect(colleague.bar).toContainText('Просит совета', { timeout: 30_000 });
  await expect(manager.bar).toContainText('На линии с вами');
  await manager.bar.getByRole('button', { name: /^К звонящему/ }).click();
  await expect(colleague.bar).toContainText('Вы слышите музыку');
  await expect.poll(async () => (await line.callOf(caller.sid)).hold).toBe(false);
  await manager.bar.getByRole('button', { name: 'Втроём' }).click();
  await expect(colleague.bar).toContainText('Разговор втроём');

  await manager.bar.getByRole('button', { name: 'Соединить' }).click();
  await manager.page.getByRole('alertdialog').getByRole('button', { name: 'Соединить' }).click();
  await expect(colleague.bar.getByRole('button', { name: 'Положить трубку' })).toBeVisible();
  await expect(manager.script).toContainText('Звонящего взял на себя коллега: Лазарева Е. П.');
  await line.hangUp(caller.sid);
  await manager.page.goto('/calls/unfinished');
  await expect(manager.page.getByText(/999\D*000\D*44\D*22/).first()).toBeVisible();
});

test('the telephone is worked by the keyboard alone: answer, hold, advice, three together, two left to each other, hang-up (S1p, S2, S4)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович', { ...usualLook, locale: 'en' });
  const colleague = await signIn('Лазарева Екатерина Павловна', { ...usualLook, locale: 'en' });
  const { page, bar } = manager;
  const caller = await line.call({ from: '+79990004433' });
  const isHeld = async () => (await line.callOf(caller.sid)).hold;
  await expect(manager.answerButton).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(bar.getByText('Talking', { exact: true })).toBeVisible();

  await page.keyboard.press('Control+Shift+KeyH');
  await expect.poll(isHeld).toBe(true);
  await expect(bar.getByText('On hold', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+KeyH');
  await expect.poll(isHeld).toBe(false);

  await page.keyboard.press('Control+Shift+KeyL');
  const dialog = page.getByRole('dialog', { name: 'Whom to ask' });
  const whom = dialog.getByRole('combobox', { name: 'Colleague or department' });
  await expect(dialog).toBeVisible();
  for (let step = 0; step < 10 && !(await whom.evaluate((el) => el === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.type('Лазарева');
  await expect(page.getByRole('option', { name: /Лазарева/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await pressByKeys(page, dialog.getByRole('button', { name: 'Ring' }));
  await expect(dialog).toBeHidden();

  await expect(colleague.answerButton).toBeVisible();
  await colleague.page.keyboard.press('Control+Enter');
  await expect(bar).toContainText('On the line with you', { timeout: 30_000 });
  await pressByKeys(page, bar.getByRole('button', { name: 'All three' }));
  await expect(bar).toContainText('Three on the line');
  await expect.poll(isHeld).toBe(false);

  await pressByKeys(page, bar.getByRole('button', { name: 'Connect them' }));
  const question = page.getByRole('alertdialog');
  await pressByKeys(page, question.getByRole('button', { name: 'Connect them' }));
  await expect(question).toBeHidden();
  await pressByKeys(colleague.page, colleague.bar.getByRole('button', { name: 'Hang up' }));
  await pressByKeys(
    colleague.page,
    colleague.page.getByRole('alertdialog').getByRole('button', { name: 'Hang up' }),
  );
  await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded).toBe(true);
});
