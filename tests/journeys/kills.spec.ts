import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../browser';
import { AtDesk, expect, test } from './at-desk';
import type { Line, LineCall } from './line';

// The microphone is a beeping one, allowed without asking.
const launchOptions = {
  executablePath: await findBrowser(),
  args: [...browserArgs, '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
};
test.use({ launchOptions });

const kotov = 'Котов Денис Олегович';
const sidorova = 'Сидорова Анна Ивановна';
const callersTone = 700;
/** The notes of the line's music that are none of the tones people make here. */
const music = [520, 590, 660, 780];
/** The line takes a browser for crashed some seconds after its last sound. */
const noticed = { timeout: 75_000 };
/** A second of sound is listened to at a time, and browsers are slow to begin with it. */
const soon = { timeout: 30_000 };

const callerHears = (line: Line, caller: LineCall) => line.hears(caller.sid, 2500);
const isMusic = (tones: number[]) => tones.some((hz) => music.some((note) => Math.abs(note - hz) <= 10));

async function hearsMusic(line: Line, caller: LineCall): Promise<void> {
  await expect.poll(async () => isMusic(await callerHears(line, caller)), noticed).toBe(true);
  expect(await line.callOf(caller.sid)).toMatchObject({ hasEnded: false, hold: true });
}

/** The caller and the person in the browser hear each other, and nobody music. */
async function hearEachOther(line: Line, caller: LineCall): Promise<void> {
  const leg = async () =>
    (await line.calls()).find(({ from, hasEnded }) => from.startsWith('client:') && !hasEnded);
  await expect
    .poll(async () => {
      const there = await leg();
      return there ? line.hears(there.sid) : [];
    }, noticed)
    .toContain(callersTone);
  await expect
    .poll(async () => {
      const tones = await callerHears(line, caller);
      return tones.length > 0 && !isMusic(tones);
    }, noticed)
    .toBe(true);
}

/** Somebody whose telephone is the browser talks to a caller, both with sound. */
async function talks(person: AtDesk, line: Line, from: string): Promise<LineCall> {
  await person.beginShift();
  const caller = await line.call({ from });
  await line.soundTone(caller.sid, callersTone);
  await person.takeCall();
  await hearEachOther(line, caller);
  return caller;
}

async function hangsUp(person: AtDesk, line: Line, caller: LineCall): Promise<void> {
  await person.bar.getByRole('button', { name: 'Положить трубку' }).click();
  await person.page.getByRole('alertdialog').getByRole('button', { name: 'Положить трубку' }).click();
  await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded, soon).toBe(true);
  await person.change('PATCH', '/me', { phoneKind: 'dialled' });
}

type Offered = { now: number; calls: { phase: string; offer: { endsAt: number; purpose: string } | null }[] };

/** The one call that is not over. */
async function openCallOf(person: AtDesk) {
  const { now, calls } = await person.read<Offered>('/calls/mine');
  const open = calls.filter(({ phase }) => phase !== 'ended');
  expect(open).toHaveLength(1);
  return { now, ...open[0]! };
}

test('the tab is closed in a conversation: the caller hears music, and the same person alone has 20 s to come back in another tab (S8)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const other = await signIn(sidorova);
  const caller = await talks(manager, line, '+79990008811');
  const again = await manager.page.context().newPage();
  await manager.page.close();
  await hearsMusic(line, caller);

  await again.goto('/desk');
  const back = manager.inTab(again);
  await expect(back.bar).toContainText('Звонок вернулся к вам');
  const { now, offer } = await openCallOf(back);
  expect(offer?.purpose).toBe('resume');
  expect(offer!.endsAt - now).toBeLessThanOrEqual(20_000);
  await expect(other.answerButton).toHaveCount(0);
  await back.takeCall();
  await hearEachOther(line, caller);
  await back.isAt('Приветствие');
  await hangsUp(back, line, caller);
});

test('the tab crashes in a conversation and the line does not notice: the person sees it and brings the call back (S8)', async ({
  signIn,
  line,
}) => {
  await line.setFaults({ behaviours: { browserGoneAfterMs: 120_000 } });
  const manager = await signIn(kotov);
  const caller = await talks(manager, line, '+79990008866');
  const context = manager.page.context();
  const again = await context.newPage();
  const crash = await context.newCDPSession(manager.page);
  void crash.send('Page.crash').catch(() => undefined);
  await again.goto('/desk');
  const back = manager.inTab(again);
  await expect(back.bar).toContainText('Звука нет: эта вкладка отключилась от разговора.', soon);
  expect(await line.callOf(caller.sid)).toMatchObject({ hasEnded: false, hold: false });
  await back.bar.getByRole('button', { name: 'Вернуть разговор сюда' }).click();
  await expect(back.bar).toContainText('Звонок вернулся к вам', noticed);
  await hearsMusic(line, caller);
  await back.takeCall();
  await hearEachOther(line, caller);
  await hangsUp(back, line, caller);
});

test('the whole browser is killed in a conversation: the caller hears music until the person is back in another (S8)', async ({
  signIn,
  callboard,
  line,
}) => {
  // Another browser that knows them already: to sign in takes some of the 20 s.
  const back = await signIn(kotov);
  await back.page.goto('about:blank');
  const server = await chromium.launchServer(launchOptions);
  const dying = await AtDesk.signIn(await chromium.connect(server.wsEndpoint()), callboard.url, kotov);
  const caller = await talks(dying, line, '+79990008822');
  await server.kill();
  await hearsMusic(line, caller);

  await back.page.goto('/desk');
  await expect(back.bar).toContainText('Звонок вернулся к вам');
  await back.takeCall();
  await hearEachOther(line, caller);
  await hangsUp(back, line, caller);
});

test('the console is killed in a conversation: both go on hearing each other, and its buttons work again afterwards (S9)', async ({
  signIn,
  callboard,
  line,
}) => {
  const manager = await signIn(kotov);
  const caller = await talks(manager, line, '+79990008833');
  const back = callboard.crash();
  expect(isMusic(await callerHears(line, caller))).toBe(false);
  await back;
  await hearEachOther(line, caller);
  await expect(manager.bar.getByText(/^Разговор$/)).toBeVisible();
  await expect(async () => {
    await manager.bar.getByRole('button', { name: /^На удержание/ }).click();
    await expect(manager.bar.getByText('На удержании')).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  await hearsMusic(line, caller);
  await manager.bar.getByRole('button', { name: /^Вернуться к звонящему/ }).click();
  await hearEachOther(line, caller);
  await hangsUp(manager, line, caller);
});

test('the signalling socket breaks in a conversation: nobody hears it, the call is offered to nobody, and the new socket ends it (S8)', async ({
  signIn,
  line,
}) => {
  const manager = await signIn(kotov);
  const caller = await talks(manager, line, '+79990008844');
  const before = await line.browsers();
  await line.cutBrowsers();
  await expect
    .poll(async () => {
      const [now] = await line.browsers();
      return now && now.id !== before[0]?.id ? now.callSids : null;
    }, noticed)
    .toEqual(before[0]?.callSids);
  await hearEachOther(line, caller);
  expect(await openCallOf(manager)).toMatchObject({ phase: 'talking', offer: null });
  expect((await line.callOf(caller.sid)).hold).toBe(false);
  await hangsUp(manager, line, caller);
});

test('who was killed does not come back: the department is rung, and the caller may leave a message (S8, S6)', async ({
  signIn,
  line,
}) => {
  const administrator = await signIn('Жданов');
  type Times = { times: Record<string, number>; version: number };
  const { times, version } = await administrator.read<Times>('/settings/times');
  const changed = { ...times, resumeSeconds: 10, offerSeconds: 10, waitingSeconds: 10 };
  const inForce = await administrator.change<Times>('PUT', '/settings/times', { ...changed, version });
  const { rows } = await administrator.read<{
    rows: { id: string; kind: string; version: number }[];
  }>('/departments');
  const department = rows.find(({ kind }) => kind === 'client')!;
  const { version: departmentVersion } = await administrator.change<{ version: number }>(
    'PATCH',
    `/departments/${department.id}`,
    { takesMessages: true, version: department.version },
  );

  const manager = await signIn(kotov);
  const caller = await talks(manager, line, '+79990008855');
  const other = await signIn(sidorova);
  await manager.page.close();
  await hearsMusic(line, caller);
  await expect(other.answerButton).toBeVisible(noticed);
  await expect
    .poll(async () => (await line.callOf(caller.sid)).heard.map(({ text }) => text).join(' '), noticed)
    .toContain('оставить сообщение после сигнала');
  await line.hangUp(caller.sid);

  await administrator.change('PUT', '/settings/times', { ...times, version: inForce.version });
  await administrator.change('PATCH', `/departments/${department.id}`, {
    takesMessages: false,
    version: departmentVersion,
  });
  await (await signIn(kotov)).change('PATCH', '/me', { phoneKind: 'dialled' });
});
