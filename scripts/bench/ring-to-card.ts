import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isGone, openScreen, paintedAt } from './at-screen';
import type { Bench } from './bench';
import { startConsole } from './console-under-test';
import type { Finding } from './finding';
import { hangUp, ringFrom } from './line-control';
import { percentile, spreadOf } from './statistics';

const mostMs = 250;
const rounds = 5;
const bar = 'section[aria-label="Звонки"]';

/** (b) From the call placed on the line to the caller's card painted in a manager's browser. */
export async function measureRingToCard({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  const { browser, page } = await openScreen(callboard.url, 'Котов Денис Олегович').catch(async (error) => {
    await callboard.stop();
    throw error;
  });
  try {
    const { number, name } = oneKnownCaller(callboard.dataDir);
    await page.waitForURL(/desk/);
    const ring = async (): Promise<number> => {
      const rungAt = performance.timeOrigin + performance.now();
      const [painted, sid] = await Promise.all([
        within(20_000, paintedAt(page, bar, name)),
        ringFrom(callboard.lineUrl, number),
      ]);
      await hangUp(callboard.lineUrl, sid);
      await within(20_000, isGone(page, bar, name));
      return painted - rungAt;
    };
    for (let warmUp = 0; warmUp < 5; warmUp++) await ring();
    const perRound = isQuick ? 8 : 20;
    say(`${rounds} rounds of ${perRound} rings`);
    const p95s: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const tookMs: number[] = [];
      for (let index = 0; index < perRound; index++) tookMs.push(await ring());
      p95s.push(percentile(tookMs, 0.95));
      all.push(...tookMs);
    }
    const p95 = percentile(all, 0.95);
    return [
      {
        what: `Ring to the caller's card painted, p95 of ${all.length} samples`,
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

function oneKnownCaller(dataDir: string): { number: string; name: string } {
  const file = path.join(dataDir, 'known-callers.json');
  const [{ number, name }] = JSON.parse(readFileSync(file, 'utf8'));
  // The file names the city behind the card's name.
  return { number, name: name.slice(0, name.lastIndexOf(', ')) };
}

async function within<Value>(patienceMs: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing was painted within ${patienceMs} ms`)), patienceMs);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}
