import { browserArgs, findBrowser } from '../browser';
import { expect as expectSoon, test } from './at-desk';
import type { Line } from './line';
import { englishPhone, faultsOf } from './look';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  },
});
const expect = expectSoon.configure({ timeout: 30_000 });

const kotov = 'Котов Денис Олегович';
const head = 'Сидорова Анна Ивановна';
const [callerHz, employeeHz, headHz] = [600, 900, 1300];

/** Every end of a call sounds a tone of its own; says which of them this end hears. */
async function soundAll(line: Line, ends: Record<'caller' | 'employee' | 'supervisor', string>) {
  await line.soundTone(ends.caller, callerHz);
  await line.soundTone(ends.employee, employeeHz);
  await line.soundTone(ends.supervisor, headHz);
  const own = [callerHz, employeeHz, headHz];
  return async (end: keyof typeof ends) =>
    (await line.hears(ends[end])).filter((hz) => own.includes(hz)).sort((one, other) => one - other);
}

async function legs(line: Line, callerSid: string) {
  const others = (await line.calls()).filter(({ sid, hasEnded }) => sid !== callerSid && !hasEnded);
  return {
    caller: callerSid,
    employee: others.find(({ from }) => !from.startsWith('client:'))!.sid,
    supervisor: others.find(({ from }) => from.startsWith('client:'))!.sid,
  };
}

test('a head who is asked for help listens, whispers, barges in, and leads the call to its end (S5)', async ({
  signIn,
  line,
}) => {
  const boss = await signIn(head);
  await boss.beginShift();
  const manager = await signIn(kotov);
  const caller = await line.call({ from: '+79990005511' });
  await manager.takeCall();
  const callId = await manager.shownCall();

  await manager.page.keyboard.press('Control+Shift+KeyS');
  const dialog = manager.page.getByRole('dialog', { name: 'Позвать на помощь' });
  await dialog.getByRole('textbox', { name: 'Что случилось' }).fill('Кричит и просит начальника');
  await manager.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(manager.bar).toContainText('Вы позвали на помощь');
  await expect(boss.page.getByText('Сотрудник просит помощи')).toBeVisible();
  await expect(boss.page.getByRole('link', { name: /Текущие звонки/ }).first()).toContainText(
    '1 просьба о помощи',
  );
  await boss.page.goto('/wallboard');
  await boss.page.getByRole('button', { name: 'Котов Д. О.' }).press('Enter');
  await boss.page.getByRole('menuitem', { name: 'Слушать разговор' }).press('Enter');
  await expect(boss.page.getByRole('button', { name: 'Слушать: Котов Д. О.' })).toBeFocused();
  await boss.page.goto('/calls/live');
  const row = boss.page.getByRole('row').filter({ hasText: 'Котов Д. О.' });
  await expect(row).toContainText('Кричит и просит начальника');
  await expect(row).toContainText('Приветствие');
  await expect(row).toContainText('разговор');
  expect(await faultsOf(boss.page, 'live calls')).toEqual([]);

  await row.getByRole('button', { name: 'Слушать: Котов Д. О.' }).click();
  await expect(boss.bar).toContainText('Вы слушаете. Вас никто не слышит.');
  await expect(manager.bar).toContainText('Сидорова А. И. слушает разговор.');
  await expect(manager.bar).not.toContainText('Вы позвали на помощь');
  await expect(row).toContainText('слушает Сидорова А. И.');
  expect(await faultsOf(boss.page, 'listening')).toEqual([]);

  const ends = await legs(line, caller.sid);
  const heardBy = await soundAll(line, ends);
  await expect.poll(() => heardBy('supervisor')).toEqual([callerHz, employeeHz]);
  await expect.poll(() => heardBy('caller')).toEqual([employeeHz]);
  await expect.poll(() => heardBy('employee')).toEqual([callerHz]);

  await boss.bar.getByRole('button', { name: 'Подсказывать' }).click();
  await expect(manager.bar).toContainText('Сидорова А. И. подсказывает вам.');
  await expect.poll(() => heardBy('employee')).toEqual([callerHz, headHz]);
  await expect.poll(() => heardBy('caller')).toEqual([employeeHz]);

  await boss.bar.getByRole('button', { name: 'Говорить с обоими' }).click();
  await expect(manager.bar).toContainText('В разговоре участвует Сидорова А. И.');
  await expect.poll(() => heardBy('caller')).toEqual([employeeHz, headHz]);
  await expect.poll(() => heardBy('employee')).toEqual([callerHz, headHz]);

  await boss.bar.getByRole('button', { name: 'Забрать разговор' }).click();
  await boss.page.getByRole('alertdialog').getByRole('button', { name: 'Забрать разговор' }).click();
  await boss.isAt('Приветствие');
  await expect(boss.bar.getByRole('button', { name: 'Положить трубку' })).toBeVisible();
  await expect.poll(() => heardBy('caller')).toEqual([headHz]);
  expect((await line.callOf(ends.employee)).hasEnded).toBe(true);
  await expect(manager.page.getByText('Разговор теперь ведёт Сидорова А. И.').first()).toBeVisible();
  await expect(manager.bar).toBeHidden();
  await expect(manager.script).toBeHidden();

  await boss.answer('Не по делу');
  await boss.answer('Реклама');
  await boss.answer('Попрощался');
  await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded).toBe(true);
  await boss.page.goto(`/calls/${callId}`);
  const table = boss.page.getByRole('table', { name: 'Кто участвовал в разговоре' });
  await expect(table).toContainText('слушал с');
  await expect(table).toContainText('подсказывал с');
  await expect(table).toContainText('забрал разговор');
  await boss.change('PATCH', '/me', { phoneKind: 'dialled' });
});

test('a member of management listens in English by telephone, leaves, comes back, and is told of the end (S5)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const boss = await signIn('Воронцов Андрей Борисович', englishPhone);
  const other = await signIn(head);
  await other.change('PUT', '/presence', { chosen: 'lunch' });
  const caller = await line.call({ from: '+79990005522' });
  await manager.takeCall();
  await boss.page.goto('/calls/live');
  await boss.page.getByRole('button', { name: /^Join another way/ }).click();
  await boss.page.getByRole('menuitem', { name: 'Whisper' }).click();
  await expect(boss.bar).toContainText('Only the employee hears you.');
  await expect(manager.bar).toContainText('Воронцов А. Б. подсказывает вам.');
  expect(await faultsOf(boss.page, 'live calls of a phone')).toEqual([]);
  await other.page.goto('/calls/live');
  await expect(other.page.getByText('подсказывает Воронцов А. Б.')).toBeVisible();
  await expect(other.page.getByRole('button', { name: /^Слушать/ })).toHaveCount(0);

  await boss.bar.getByRole('button', { name: 'Leave the conversation' }).click();
  await expect(boss.bar).toBeHidden();
  await expect(manager.bar).not.toContainText('Воронцов');
  await boss.page.getByRole('button', { name: /^Listen/ }).click();
  await expect(boss.bar).toContainText('You are listening.');
  await line.hangUp(caller.sid);
  await expect(boss.page.getByText('The call has ended.').first()).toBeVisible();
  await expect(boss.bar).toBeHidden();
  await expect(boss.page.getByText('No calls at the moment')).toBeVisible();
});
