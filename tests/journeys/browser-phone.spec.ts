import type { Page } from '@playwright/test';
import { browserArgs, findBrowser } from '../browser';
import { expect, phoneReady, test } from './at-desk';
import type { LineCall } from './line';

test.use({
  launchOptions: {
    executablePath: await findBrowser(),
    // The microphone is a beeping one, allowed without asking.
    args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  },
});

const kotov = 'Котов Денис Олегович';

/** Says how loud what came over the wire was, 0…1; the page's own connections are watched from its start. */
async function watchSound(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const Connection = globalThis.RTCPeerConnection;
    const opened: RTCPeerConnection[] = [];
    Object.assign(globalThis, { opened });
    globalThis.RTCPeerConnection = class extends Connection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        opened.push(this);
      }
    };
  });
  return () =>
    page.evaluate(async () => {
      const { opened = [] } = globalThis as unknown as { opened?: RTCPeerConnection[] };
      const levels = [0];
      for (const connection of opened.filter(({ connectionState }) => connectionState === 'connected')) {
        for (const report of (await connection.getStats()).values()) {
          if (report.type === 'inbound-rtp') levels.push(report.audioLevel ?? 0);
        }
      }
      return Math.max(...levels);
    });
}

test('a manager whose telephone is the browser starts a shift, takes a call, is heard and hears, and comes back after a reload (S1, S8)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const { page } = manager;
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1') foreign.push(request.url());
  });
  const loudness = await watchSound(page);

  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Где принимаются звонки' }).click();
  await page.getByRole('option', { name: 'В браузере' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).first().click();
  await expect(page.getByRole('button', { name: 'Начать смену' })).toBeVisible();
  await page.goto('/desk');
  await page.getByRole('main').getByRole('button', { name: 'Начать смену' }).click();
  await expect(page.getByRole('button', phoneReady)).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);

  const caller = await line.call({ from: '+79990001133' });
  await manager.takeCall();
  const leg = await legOf(line);
  await line.soundTone(caller.sid, 700);
  await expect.poll(() => line.hears(leg.sid)).toContain(700);
  await expect.poll(loudness).toBeGreaterThan(0.01);
  await expect.poll(async () => (await line.hears(caller.sid, 2500)).length).toBeGreaterThan(0);

  await manager.bar.getByRole('button', { name: 'Выключить микрофон' }).click();
  await expect(manager.bar).toContainText('Микрофон выключен: вас не слышно.');
  await expect.poll(() => line.hears(caller.sid, 2500)).toEqual([]);
  await page.keyboard.press('Control+Shift+M');
  await expect.poll(async () => (await line.hears(caller.sid, 2500)).length).toBeGreaterThan(0);

  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  // A browser that left without a word is known to be gone by its silence.
  await expect(manager.bar).toContainText('Звонок вернулся к вам', { timeout: 30_000 });
  await manager.takeCall();
  await expect.poll(loudness).toBeGreaterThan(0.01);
  await manager.bar.getByRole('button', { name: 'Положить трубку' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Положить трубку' }).click();
  await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded).toBe(true);
  await expect(page.getByRole('button', phoneReady)).toBeVisible();
  expect(foreign).toEqual([]);
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});

async function legOf(line: { calls(): Promise<LineCall[]> }): Promise<LineCall> {
  const leg = (await line.calls()).find(({ from, hasEnded }) => from.startsWith('client:') && !hasEnded);
  if (!leg) throw new Error('no browser is on the line');
  return leg;
}

test('the phone is in one tab: the other shows it, answers for it, and may take it over', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  await manager.beginShift();
  const first = manager.page;
  const second = await first.context().newPage();
  await second.goto('/desk');
  await expect(second.getByRole('main')).toContainText('Телефон открыт в другой вкладке');

  const caller = await line.call({ from: '+79990001144' });
  await second.getByRole('button', { name: /^Ответить/ }).click();
  await expect(second.getByText('Звук в другой вкладке.')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Выключить микрофон' })).toBeVisible();
  await line.hangUp(caller.sid);
  await expect(first.getByRole('button', phoneReady)).toBeVisible();

  await second.goto('/leads');
  await second.getByRole('button', { name: 'Телефон в браузере: Телефон открыт в другой вкладке' }).click();
  await second.getByRole('button', { name: 'Перенести сюда' }).click();
  await expect(second.getByRole('button', phoneReady)).toBeVisible();
  await expect(
    first.getByRole('button', { name: 'Телефон в браузере: Телефон открыт в другой вкладке' }),
  ).toBeVisible();
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});

test('the line of a browser phone is tried at the workplace by keyboard, and what it is good for is said', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  await manager.change('PATCH', '/me', { phoneKind: 'browser' });
  const { page } = manager;
  const before = (await line.calls()).length;
  await page.goto('/settings/workplace');
  const step = page.getByRole('listitem').filter({ hasText: 'Качество связи' });
  await step.getByRole('button', { name: 'Проверить связь' }).press('Enter');
  await expect(step.getByRole('status')).toContainText('Идёт пробный звонок');
  await step.getByRole('button', { name: 'Остановить' }).press('Enter');
  await expect(step).toContainText('не проверено');

  await step.getByRole('button', { name: 'Проверить связь' }).press('Enter');
  await expect(step.getByRole('status')).toContainText('Связь хорошая', { timeout: 75_000 });
  await expect(step.getByRole('definition').first()).toBeVisible();
  await expect(step).toContainText('напрямую');
  await expect(step.getByRole('button', { name: 'Проверить ещё раз' })).toBeVisible();
  const tried = (await line.calls()).slice(before).filter(({ from }) => from.startsWith('client:'));
  expect(tried.every(({ hasEnded }) => hasEnded)).toBe(true);
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});

test('a browser leaves a caller who was left to a colleague, although the line will not take it out, and who ends their shift is not there any more (S4)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const colleague = await signIn('Лазарева Екатерина Павловна');
  await manager.beginShift();
  const { page } = manager;
  const caller = await line.call({ from: '+79990001155' });
  await manager.takeCall();
  const leg = await legOf(line);
  await page.keyboard.press('Control+Shift+KeyL');
  const dialog = page.getByRole('dialog', { name: 'С кем посоветоваться' });
  await dialog.getByRole('combobox', { name: 'Коллега или отдел' }).fill('Лазарева');
  await page.getByRole('option', { name: /Лазарева/ }).click();
  await dialog.getByRole('button', { name: 'Позвонить' }).click();
  await colleague.answerButton.click();
  await expect(colleague.bar).toContainText('Просит совета', { timeout: 30_000 });
  await manager.bar.getByRole('button', { name: 'Втроём' }).click();
  await expect(colleague.bar).toContainText('Разговор втроём');

  await line.setFaults({ rest: [{ match: 'DELETE', effect: '500', times: null }] });
  await manager.bar.getByRole('button', { name: 'Соединить' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Соединить' }).click();
  await expect.poll(async () => (await line.callOf(leg.sid)).hasEnded).toBe(true);
  await expect(colleague.bar.getByRole('button', { name: 'Положить трубку' })).toBeVisible();
  expect((await line.callOf(caller.sid)).hasEnded).toBe(false);

  await page.getByRole('button', phoneReady).click();
  await page.getByRole('button', { name: 'Закончить смену' }).click();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Начать смену' })).toBeVisible();
  await expect
    .poll(async () => (await manager.read<{ presence: { chosen: string } }>('/me')).presence.chosen)
    .toBe('offline');
  await line.setFaults({ rest: [] });
  await line.hangUp(caller.sid);
  await manager.change('PATCH', '/me', { phoneKind: 'dialled' });
});
