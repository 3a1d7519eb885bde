import { type BarePhone, startBarePhone } from './bare-phone';
import type { Bench } from './bench';
import { startConsole } from './console-under-test';
import type { Finding } from './finding';
import { firstToneAt, hangUp, ringFrom } from './line-control';
import { openPhone } from './phone-at-work';
import { soundFindings } from './sound-findings';
import { press, startSoundingBrowser } from './sounding-browser';
import { inPairs, repeated } from './statistics';
import { spokenHz } from './tone-file';

const bar = 'section[aria-label="Звонки"]';
const caller = '+79990001155';

/**
 * (h) From «Ответить» pressed by a manager whose telephone is the browser to the caller hearing them, beside the SDK alone,
 * which is told to connect and finds everything answered at once.
 */
export async function measureClaimToSound({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  const browser = await startSoundingBrowser();
  let barePhone: BarePhone | null = null;
  try {
    const page = await openPhone(browser, callboard, 'Котов Денис Олегович');
    const phone = await startBarePhone(browser);
    barePhone = phone;
    const { lineUrl } = callboard;
    const claim = async () => {
      await page.getByRole('button', { name: 'Телефон в браузере: Телефон готов' }).waitFor();
      const sid = await ringFrom(lineUrl, caller);
      const [pressedAt, heardAt] = await Promise.all([
        press(page, `${bar} button`, 'Ответить'),
        firstToneAt(lineUrl, sid, spokenHz),
      ]);
      await hangUp(lineUrl, sid);
      return heardAt - pressedAt;
    };
    const connect = () => connectBare(phone);
    for (let warmUp = 0; warmUp < 2; warmUp++) {
      await claim();
      await connect();
    }
    const [rounds, perRound] = isQuick ? [3, 4] : [5, 10];
    say(`${rounds} rounds of ${perRound} calls each`);
    const [ours, bare] = await inPairs(rounds, [
      () => repeated(perRound, claim),
      () => repeated(perRound, connect),
    ]);
    return soundFindings('«Ответить» to the caller hearing the manager', { ours: ours!, bare: bare! });
  } finally {
    await barePhone?.stop();
    await browser.close();
    await callboard.stop();
  }
}

/** Somebody waits in a room, the SDK connects to it. @returns the milliseconds until the caller hears it */
async function connectBare(phone: BarePhone): Promise<number> {
  const sid = await ringFrom(phone.lineUrl, caller);
  const [askedAt, heardAt] = await Promise.all([phone.connect(), firstToneAt(phone.lineUrl, sid, spokenHz)]);
  await phone.disconnect();
  await hangUp(phone.lineUrl, sid);
  return heardAt - askedAt;
}
