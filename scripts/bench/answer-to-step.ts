import { sleep } from '@/scripts/processes.mjs';
import { openScreen, pressUntilPainted } from './at-screen';
import type { Bench } from './bench';
import { startConsole } from './console-under-test';
import type { Finding } from './finding';
import { ringFrom } from './line-control';
import { percentile, spreadOf } from './statistics';

const mostMs = 150;
const rounds = 5;
/** The screen takes no press while the answer before is still being confirmed, as it is for some moments after the paint. */
const readsMs = 500;
const script = 'section[aria-label="Сценарий разговора"]';
const heading = { selector: `${script} h2`, greeting: 'Приветствие', card: 'Карточка контрагента' };

/** (c) From an answer pressed in the call script to the next step painted, there and back. */
export async function measureAnswerToStep({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  const { browser, page } = await openScreen(callboard.url, 'Котов Денис Олегович').catch(async (error) => {
    await callboard.stop();
    throw error;
  });
  try {
    await page.waitForURL(/desk/);
    await ringFrom(callboard.lineUrl, '+79990001122');
    await page
      .getByRole('button', { name: /^Ответить ?:/ })
      .first()
      .click();
    await page.locator(heading.selector, { hasText: heading.greeting }).waitFor();
    const press = async (text: string, title: string) => {
      await sleep(readsMs);
      return pressUntilPainted(
        page,
        { selector: `${script} button`, text },
        { selector: heading.selector, text: title },
      );
    };
    const answer = () => press('Коммерческий вопрос', heading.card);
    const goBack = () => press('Назад', heading.greeting);
    for (let warmUp = 0; warmUp < 5; warmUp++) {
      await answer();
      await goBack();
    }
    const perRound = isQuick ? 8 : 20;
    say(`${rounds} rounds of ${perRound} answers`);
    const p95s: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const tookMs: number[] = [];
      for (let index = 0; index < perRound; index++) {
        tookMs.push(await answer());
        await goBack();
      }
      p95s.push(percentile(tookMs, 0.95));
      all.push(...tookMs);
    }
    const p95 = percentile(all, 0.95);
    return [
      {
        what: `Answer to the next step painted, p95 of ${all.length} samples`,
        unit: 'ms',
        value: spreadOf(p95s),
        overall: p95,
        goal: `at most ${mostMs} ms`,
        isMet: p95 <= mostMs,
      },
    ];
  } finally {
    await browser.close();
    await callboard.stop();
  }
}
