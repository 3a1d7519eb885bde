import type { Page } from '@playwright/test';
import { sleep } from '@/scripts/processes.mjs';
import { type BarePhone, startBarePhone } from './bare-phone';
import type { Bench } from './bench';
import { type ConsoleUnderTest, startConsole } from './console-under-test';
import type { Finding } from './finding';
import { firstToneAt, hangUp, ringFrom, soundTone } from './line-control';
import { change, openPhone } from './phone-at-work';
import { soundFindings } from './sound-findings';
import { forgetSound, heardAt, press, startSoundingBrowser } from './sounding-browser';
import { inPairs, repeated } from './statistics';
import { spokenHz } from './tone-file';

const bar = 'section[aria-label="Звонки"]';
const caller = '+79990001166';
const callerHz = 700;
/** IN-2 from the greeting to the closing, which hands the call over to the sales department. */
const commercialCall = [
  { type: 'caller.askedAboutProducts' },
  {
    type: 'manager.filledIn',
    patch: {
      card: { name: 'ООО «Измерение»', city: 'Кемерово', contactPerson: '—', phone: '8 (3842) 58-12-34' },
    },
  },
  { type: 'manager.confirmedCard' },
  { type: 'manager.describedAppeal' },
  { type: 'manager.saidGoodbye' },
];

/**
 * (i) From a hand-over taken by a sales manager whose telephone is the browser to both hearing each other, beside the SDK
 * alone, which is told to connect.
 */
export async function measureHandOverToSound({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  const browser = await startSoundingBrowser();
  let barePhone: BarePhone | null = null;
  try {
    const manager = await openPhone(browser, callboard, 'Котов Денис Олегович');
    const sales = await openPhone(browser, callboard, 'Громов Игорь Викторович');
    const phone = await startBarePhone(browser);
    barePhone = phone;
    const { lineUrl } = callboard;
    const takeOver = async () => {
      const sid = await ringFrom(lineUrl, caller);
      await press(manager, `${bar} button`, 'Ответить');
      await talkToTheEnd(manager, callboard);
      await soundTone(lineUrl, sid, callerHz);
      await forgetSound(sales);
      const pressedAt = await press(sales, `${bar} button`, 'Ответить');
      const heard = await Promise.all([firstToneAt(lineUrl, sid, spokenHz), heardAt(sales)]);
      await hangUp(lineUrl, sid);
      await ready(sales);
      await ready(manager);
      return Math.max(...heard) - pressedAt;
    };
    const connect = async () => {
      const sid = await ringFrom(phone.lineUrl, caller);
      await soundTone(phone.lineUrl, sid, callerHz);
      await forgetSound(phone.page);
      const [askedAt, ...heard] = await Promise.all([
        phone.connect(),
        firstToneAt(phone.lineUrl, sid, spokenHz),
        heardAt(phone.page),
      ]);
      await phone.disconnect();
      await hangUp(phone.lineUrl, sid);
      return Math.max(...heard) - askedAt;
    };
    await takeOver();
    await connect();
    const [rounds, perRound] = isQuick ? [3, 2] : [5, 6];
    say(`${rounds} rounds of ${perRound} hand-overs each`);
    const [ours, bare] = await inPairs(rounds, [
      () => repeated(perRound, takeOver),
      () => repeated(perRound, connect),
    ]);
    return soundFindings('Hand-over taken to both hearing each other', { ours: ours!, bare: bare! });
  } finally {
    await barePhone?.stop();
    await browser.close();
    await callboard.stop();
  }
}

const ready = (page: Page) =>
  page.getByRole('button', { name: 'Телефон в браузере: Телефон готов' }).waitFor();

/** Waits until the manager is on the line, and says what the call script wants, by its own routes. */
async function talkToTheEnd(page: Page, { url }: ConsoleUnderTest): Promise<void> {
  await page.locator(`${bar}`, { hasText: 'Разговор' }).waitFor();
  const read = async <Answer>(path: string) =>
    (await (await page.request.get(`${url}/api/v1${path}`)).json()) as Answer;
  const findTalking = async () =>
    (await read<{ calls: { id: string; phase: string }[] }>('/calls/mine')).calls.find(
      ({ phase }) => phase === 'talking',
    );
  // The bar may still show the conversation before.
  let talking = await findTalking();
  for (; !talking; talking = await findTalking()) await sleep(50);
  const callId = talking.id;
  for (const event of commercialCall) {
    const call = await read<{ conversation: { step: { name: string } } }>(`/calls/${callId}`);
    await change(page, 'POST', `/calls/${callId}/call-script/events`, {
      step: call.conversation.step.name,
      event,
    });
  }
}
