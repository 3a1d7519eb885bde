import path from 'node:path';
import Database from 'better-sqlite3';
import { sleep } from '@/scripts/processes.mjs';
import type { Bench } from './bench';
import { type ConsoleUnderTest, startConsole } from './console-under-test';
import type { Finding } from './finding';
import { hangUp, ringFrom } from './line-control';
import { type LoadGenerator, startLoadGenerator } from './load';
import { peopleOf, type Seat, seat } from './people-at-work';
import { percentile, spreadOf } from './statistics';

const callsAtOnce = 50;
const people = 20;
const askedPerSecond = 50;
const patienceMs = 30_000;
const untilAllRingMs = 10_000;

/**
 * (g) Fifty calls on the line and twenty people at work, who take whatever rings at them: how long the line waits for its
 * answers, and how long anything waits for the event loop, beside the same console with nobody calling.
 */
export async function measureBusyLine({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  const load = startLoadGenerator();
  try {
    await employ(callboard, people);
    for (const employeeId of peopleOf(callboard.dataDir, 'client').slice(0, people)) {
      const own = await seat(callboard, employeeId, takeWhatRings());
      const status = await own.change('PUT', '/presence', { chosen: 'available' });
      if (status !== 200) throw new Error(`a choice of presence answered ${status}`);
    }
    const seconds = isQuick ? 10 : 30;
    await waitForEmptyRoute(load, callboard, 2);
    say(`${people} people at work, nobody calls: ${seconds} s`);
    const idle = await waitForEmptyRoute(load, callboard, seconds);

    const rounds = isQuick ? 1 : 3;
    const webhookP99: number[] = [];
    const waitP99: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      say(`${callsAtOnce} calls on the line, round ${round + 1}: ${seconds} s`);
      const line = keepCalls(callboard, untilAllRingMs + seconds * 1000);
      await sleep(untilAllRingMs);
      const before = await lastEntry(callboard);
      waitP99.push(await waitForEmptyRoute(load, callboard, seconds));
      await line;
      webhookP99.push(percentile(await answersSince(callboard, before), 0.99));
      await sleep(3000);
    }
    return [
      {
        what: `Webhooks with ${callsAtOnce} calls and ${people} people at work, p99`,
        unit: 'ms',
        value: spreadOf(webhookP99),
        goal: 'stated',
        isMet: null,
      },
      {
        what: 'Wait for the event loop meanwhile (an empty route), p99',
        unit: 'ms',
        value: spreadOf(waitP99),
        baseline: { what: 'nobody calls', value: spreadOf([idle]) },
        ratio: spreadOf(waitP99.map((wait) => wait / idle)),
        goal: 'stated',
        isMet: null,
      },
    ];
  } finally {
    load.stop();
    await callboard.stop();
  }
}

/** Adds client managers, each with a desk phone of their own, until there are so many. */
async function employ(callboard: ConsoleUnderTest, wanted: number): Promise<void> {
  const database = new Database(path.join(callboard.dataDir, 'callboard.db'), { readonly: true });
  const idOf = (question: string) => database.prepare(question).pluck().get() as string;
  const departmentId = idOf("select id from departments where kind = 'client'");
  const administratorId = idOf("select id from employees where roles like '%administrator%'");
  database.close();
  const administrator = await seat(callboard, administratorId);
  for (let each = peopleOf(callboard.dataDir, 'client').length; each < wanted; each += 1) {
    const status = await administrator.change('POST', '/employees', {
      surname: 'Ромашкина',
      givenName: 'Вера',
      patronymic: null,
      presentsAs: '',
      email: `romashkina-${each}@example.com`,
      departmentId,
      roles: ['clientManager'],
      phone: `+7495700${String(each).padStart(4, '0')}`,
      phoneKind: 'dialled',
      substituteId: null,
    });
    if (status !== 200) throw new Error(`adding a person answered ${status}`);
  }
}

/**
 * Takes one of the calls that ring, as a person does: the console reads news at most four times a second, and a hand needs
 * one to three seconds. Whoever was slower hears so and looks again.
 */
function takeWhatRings(): (seat: Seat) => void {
  let isLooking = false;
  let hasMoreNews = false;
  return function look(own) {
    hasMoreNews = true;
    if (isLooking) return;
    isLooking = true;
    hasMoreNews = false;
    void (async () => {
      const { calls } = await own.read<{ calls: { id: string; phase: string }[] }>('/calls/mine');
      const ringing = calls.every(({ phase }) => phase === 'ringing') ? calls[0] : undefined;
      if (ringing) {
        await sleep(1000 + Math.random() * 2000);
        await own.change('POST', `/calls/${ringing.id}/claim`);
      }
      await sleep(250);
    })()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
        if (hasMoreNews) look(own);
      });
  };
}

/** So many callers are on the line all the time, each for half a minute. */
async function keepCalls({ lineUrl }: ConsoleUnderTest, durationMs: number): Promise<void> {
  const until = Date.now() + durationMs;
  let placed = 0;
  const callers = Array.from({ length: callsAtOnce }, async (_, caller) => {
    await sleep((caller * untilAllRingMs) / callsAtOnce);
    while (Date.now() < until) {
      placed += 1;
      const sid = await ringFrom(lineUrl, `+7999${String(placed).padStart(7, '0')}`);
      await sleep(patienceMs);
      await hangUp(lineUrl, sid).catch(() => undefined);
    }
  });
  await Promise.all(callers);
}

async function waitForEmptyRoute(
  load: LoadGenerator,
  { url }: ConsoleUnderTest,
  seconds: number,
): Promise<number> {
  const { latenciesMs } = await load.run({
    kind: 'steady',
    target: { url: `${url}/api/ping` },
    durationMs: seconds * 1000,
    perSecond: askedPerSecond,
  });
  return percentile(latenciesMs, 0.99);
}

type Entry = { id: number; kind: string; detail?: { attempts?: { tookMs: number }[] } };

async function journalOf({ lineUrl }: ConsoleUnderTest, after: number): Promise<Entry[]> {
  const response = await fetch(`${lineUrl}/control/log?after=${after}`);
  return (await response.json()) as Entry[];
}

const lastEntry = async (callboard: ConsoleUnderTest) => (await journalOf(callboard, 0)).at(-1)?.id ?? 0;

/** How long each answer to the line took, of as many as its journal keeps. @throws Error when it kept none */
async function answersSince(callboard: ConsoleUnderTest, after: number): Promise<number[]> {
  const entries = await journalOf(callboard, after);
  return entries.flatMap(({ detail }) => detail?.attempts?.map(({ tookMs }) => tookMs) ?? []);
}
