import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { writeToneFile } from '@/scripts/bench/tone-file';
import { browserArgs, findBrowser } from '../browser';
import { AtDesk, expect as expectSoon, test } from './at-desk';

const expect = expectSoon.configure({ timeout: 60_000 });

const kotov = 'Котов Денис Олегович';
const lazareva = 'Лазарева Екатерина Павловна';
const voices = { caller: 700, manager: 1100, colleague: 1700 };
type Party = keyof typeof voices;
/** The notes of the line's music, which are nobody's voice. */
const music = [520, 590, 660, 780];

/** A browser of its own, whose microphone hears one voice. */
async function speaking(folder: string, hz: number): Promise<Browser> {
  const file = path.join(folder, `${hz}.wav`);
  writeToneFile(file, hz, { beeps: true });
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      ...browserArgs,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}`,
    ],
  });
}

test('two people in two browsers and a caller hear each other, and only whom they should: answer, hold, advice, three together, hand-over, end (S1, S2, S3, S4)', async ({
  callboard,
  line,
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'callboard-voices-'));
  const browsers = [await speaking(folder, voices.manager), await speaking(folder, voices.colleague)];
  try {
    const manager = await AtDesk.signIn(browsers[0]!, callboard.url, kotov);
    const colleague = await AtDesk.signIn(browsers[1]!, callboard.url, lazareva);
    await manager.beginShift();
    await colleague.beginShift();

    const caller = await line.call({ from: '+79990008801' });
    await line.soundTone(caller.sid, voices.caller);
    const legs: Record<Party, string> = { caller: caller.sid, manager: '', colleague: '' };
    const browserLegs = async () =>
      (await line.calls()).filter(({ from, hasEnded }) => from.startsWith('client:') && !hasEnded);
    const hears = (who: Party, wanted: (Party | 'music')[]) =>
      expect
        .poll(async () => {
          const tones = await line.hears(legs[who], 2500);
          const isHeard = (hz: number) => tones.some((tone) => Math.abs(tone - hz) <= 10);
          const heard: string[] = Object.entries(voices).flatMap(([party, hz]) =>
            isHeard(hz) ? [party] : [],
          );
          return [...heard, ...(music.some(isHeard) ? ['music'] : [])].sort();
        }, `what the ${who} hears`)
        .toEqual([...wanted].sort());

    await manager.takeCall();
    legs.manager = (await browserLegs())[0]!.sid;
    await hears('caller', ['manager']);
    await hears('manager', ['caller']);

    await manager.bar.getByRole('button', { name: 'На удержание' }).click();
    await hears('caller', ['music']);
    await hears('manager', []);
    await manager.bar.getByRole('button', { name: 'Вернуться к звонящему' }).click();
    await hears('caller', ['manager']);
    await hears('manager', ['caller']);

    await manager.page.keyboard.press('Control+Shift+KeyL');
    const dialog = manager.page.getByRole('dialog', { name: 'С кем посоветоваться' });
    await dialog.getByRole('combobox', { name: 'Коллега или отдел' }).fill('Лазарева');
    await manager.page.getByRole('option', { name: /Лазарева/ }).click();
    await dialog.getByRole('button', { name: 'Позвонить' }).click();
    await colleague.answerButton.click();
    await expect(colleague.bar).toContainText('Просит совета');
    legs.colleague = (await browserLegs()).find(({ sid }) => sid !== legs.manager)!.sid;
    await hears('colleague', ['manager']);
    await hears('manager', ['colleague']);
    await hears('caller', ['music']);

    await manager.bar.getByRole('button', { name: 'Втроём' }).click();
    await hears('caller', ['manager', 'colleague']);
    await hears('colleague', ['caller', 'manager']);
    await hears('manager', ['caller', 'colleague']);

    await colleague.bar.getByRole('button', { name: /Положить трубку|Выйти/ }).click();
    await hears('caller', ['manager']);
    await hears('manager', ['caller']);

    await manager.answer('Спрашивает менеджера по продажам');
    await manager.pick('Сотрудник', 'Лаз', /Лазарева/);
    await manager.answer('Назвал сотрудника');
    await manager.answer('Попрощался');
    await expect(colleague.bar).toContainText('Вам передают звонок');
    await hears('caller', ['music']);
    await colleague.takeCall();
    await manager.isAt('Звонок передан');
    const [only, ...others] = await browserLegs();
    expect(others).toEqual([]);
    legs.colleague = only!.sid;
    await hears('caller', ['colleague']);
    await hears('colleague', ['caller']);

    await colleague.bar.getByRole('button', { name: 'Положить трубку' }).click();
    await colleague.page.getByRole('alertdialog').getByRole('button', { name: 'Положить трубку' }).click();
    await expect.poll(async () => (await line.callOf(caller.sid)).hasEnded).toBe(true);
    for (const person of [manager, colleague]) {
      await person.change('PATCH', '/me', { phoneKind: 'dialled' });
    }
  } finally {
    for (const browser of browsers) await browser.close();
    await rm(folder, { recursive: true });
  }
});
