import path from 'node:path';
import { folder } from '@/scripts/folder.mjs';
import { openScreen } from './at-screen';
import type { Bench } from './bench';
import { startConsole } from './console-under-test';
import { workAtDesk } from './desk-work';
import { weighEmptyApp } from './empty-app';
import type { Finding } from './finding';
import { scriptsOf } from './scripts-of';
import { type Spread, spreadOf } from './statistics';

const routes = ['/desk', '/calls', '/reactions', '/counterparties', '/reports'];
const mostTimes = 1.5;

/** (l) What a page costs the browser: the scripts it loads before anything is opened, and how soon it answers a press. */
export async function measurePageCost(bench: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  try {
    const empty = await weighEmptyApp();
    bench.say(`an empty Next app, built now: ${kilobytes(empty)} KB`);
    const { browser, page } = await openScreen(callboard.url, 'Сидорова Анна Ивановна');
    const findings: Finding[] = [];
    try {
      for (const route of routes) {
        const answer = await page.request.get(route);
        if (!answer.ok()) throw new Error(`${route}: ${answer.status()}`);
        findings.push(weightOf(route, scriptsOf(await answer.text(), path.join(folder, '.next')), empty));
      }
    } finally {
      await browser.close();
    }
    return [...findings, ...(await workAtDesk(callboard, bench))];
  } finally {
    await callboard.stop();
  }
}

function weightOf(route: string, bytes: number, empty: number): Finding {
  const once = (figure: number): Spread => spreadOf([figure]);
  const isCallRoute = route === '/desk';
  return {
    what: `Scripts of ${route}, gzipped`,
    unit: 'KB',
    value: once(kilobytes(bytes)),
    baseline: { what: 'an empty Next app', value: once(kilobytes(empty)) },
    ratio: once(bytes / empty),
    goal: isCallRoute ? `at most ${mostTimes}×` : 'stated',
    isMet: isCallRoute ? bytes <= empty * mostTimes : null,
  };
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;
