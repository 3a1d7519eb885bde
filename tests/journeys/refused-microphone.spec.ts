import { browserArgs, findBrowser } from '../browser';
import { expect, phoneReady, test } from './at-desk';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserArgs, '--use-fake-device-for-media-stream'],
  },
});

test('a microphone that is refused is said so: nobody is rung on a telephone that cannot speak, and a call taken goes on ringing for everybody', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const { page } = manager;
  await manager.change('PATCH', '/me', { phoneKind: 'browser' });
  const startShift = page.getByRole('button', { name: 'Начать смену' });
  await page.goto('/leads');
  await startShift.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Нет доступа к микрофону.' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ваше состояние: смена не начата/ })).toBeVisible();

  await page.context().grantPermissions(['microphone']);
  await startShift.click();
  await expect(page.getByRole('button', phoneReady)).toBeVisible();
  await page.evaluate(() => {
    navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus;
  });
  const caller = await line.call({ from: '+79990001155' });
  await manager.answerButton.click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Разрешите микрофон для этого сайта' }),
  ).toBeVisible();
  await expect(manager.answerButton).toBeVisible();
  const [call] = (await manager.read<{ calls: { phase: string }[] }>('/calls/mine')).calls;
  expect(call?.phase).toBe('ringing');

  await line.hangUp(caller.sid);
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});
