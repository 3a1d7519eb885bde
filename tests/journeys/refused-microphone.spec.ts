import { browserArgs, findBrowser } from '../browser';
import { expect, test } from './at-desk';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserArgs, '--use-fake-device-for-media-stream'],
  },
});

test('a microphone that is refused is said so, and the call goes on ringing for everybody', async ({
  signIn,
  line,
  callboard,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const { page } = manager;
  await manager.change('PATCH', '/me', { phoneKind: 'browser' });
  const browser = await page.context().newCDPSession(page);
  await browser.send('Browser.setPermission', {
    origin: callboard.url,
    permission: { name: 'microphone' },
    setting: 'denied',
  });
  await page.goto('/leads');
  await page.getByRole('button', { name: 'Начать смену' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Нет доступа к микрофону.' })).toBeVisible();

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
