import type { Page } from '@playwright/test';
import { browserArgs, findBrowser } from '../browser';
import { expect, phoneReady, test } from './at-desk';
import { untilItStandsStill } from './look';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  },
});

/** The person refuses the microphone, as the browser tells a page of it: a headless one asks nobody. */
async function refuseMicrophone(page: Page): Promise<void> {
  await page.evaluate(() => {
    navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus;
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('Permission denied', 'NotAllowedError');
    };
  });
}

test('a microphone that is refused is said so: nobody is rung on a telephone that cannot speak, and a call taken goes on ringing for everybody', async ({
  signIn,
  line,
}) => {
  const manager = await signIn('Котов Денис Олегович');
  const { page } = manager;
  await manager.change('PATCH', '/me', { phoneKind: 'browser' });
  const startShift = page.getByRole('button', { name: 'Начать смену' });
  await page.goto('/leads');
  await untilItStandsStill(page);
  await refuseMicrophone(page);
  await startShift.click();
  await expect(page.getByRole('alert').filter({ hasText: 'Нет доступа к микрофону.' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Ваше состояние: смена не начата/ })).toBeVisible();

  await page.reload();
  await untilItStandsStill(page);
  await startShift.click();
  await expect(page.getByRole('button', phoneReady)).toBeVisible();
  await refuseMicrophone(page);
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
