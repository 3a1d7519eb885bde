import path from 'node:path';
import Database from 'better-sqlite3';
import { sleep } from '@/scripts/processes.mjs';
import type { Bench } from './bench';
import { type ConsoleUnderTest, startConsole } from './console-under-test';
import type { Finding } from './finding';
import { type Seat, seat } from './people-at-work';
import { percentile, spreadOf } from './statistics';

const mostMs = 1000;
const patienceMs = 10_000;

type Reader = { seen: Set<string>; seenAt: Map<string, number> };

/**
 * (j) SA-3: how soon the head of the department concerned and the general director have a complaint before them: from the
 * request that writes it to the end of the reading that their console does when it hears the news.
 */
export async function measureComplaintToRead({ isQuick, say }: Bench): Promise<Finding[]> {
  const callboard = await startConsole();
  try {
    const who = peopleConcerned(callboard);
    const readers = [await read(callboard, who.headId), await read(callboard, who.directorId)];
    const manager = await seat(callboard, who.managerId);
    const [rounds, each] = isQuick ? [3, 5] : [6, 20];
    say(`${rounds} rounds of ${each} complaints, the head and the director with their consoles open`);
    const p95s: number[] = [];
    const all: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const tookMs: number[] = [];
      for (let one = 0; one < each; one += 1) {
        tookMs.push(await complain(manager, who.counterpartyId, `${round} ${one}`, readers));
      }
      p95s.push(percentile(tookMs, 0.95));
      all.push(...tookMs);
    }
    const p95 = percentile(all, 0.95);
    return [
      {
        what: `Complaint seen by the head and the director, p95 of ${all.length} samples`,
        unit: 'ms',
        value: spreadOf(p95s),
        overall: p95,
        goal: `at most ${mostMs} ms`,
        isMet: p95 <= mostMs,
      },
    ];
  } finally {
    await callboard.stop();
  }
}

async function read(callboard: ConsoleUnderTest, employeeId: string): Promise<Reader> {
  const reader: Reader = { seen: new Set(), seenAt: new Map() };
  await seat(callboard, employeeId, (own) => void look(own, reader).catch(() => undefined));
  return reader;
}

async function look(own: Seat, { seen, seenAt }: Reader): Promise<void> {
  const { rows } = await own.read<{ rows: { text: string }[] }>('/complaints?state=received&limit=5');
  for (const { text } of rows) {
    if (seen.has(text)) continue;
    seen.add(text);
    seenAt.set(text, performance.now());
  }
}

/** How long it took until both had it before them, ms. */
async function complain(
  manager: Seat,
  counterpartyId: string,
  name: string,
  readers: readonly Reader[],
): Promise<number> {
  const text = `рекламация ${name} ${crypto.randomUUID()}`;
  const beganAt = performance.now();
  const status = await manager.change('POST', '/reactions', {
    counterparty: { use: 'existing', id: counterpartyId },
    appeal: { use: 'new', topic: 'рекламация' },
    reaction: { type: 'complaint', topic: 'рекламация', note: text, causedBy: 'support' },
    nextReactions: [],
  });
  if (status !== 200) throw new Error(`the complaint was answered ${status}`);
  while (readers.some(({ seenAt }) => !seenAt.has(text))) {
    if (performance.now() - beganAt > patienceMs) throw new Error('the complaint was not seen');
    await sleep(5);
  }
  return Math.max(...readers.map(({ seenAt }) => seenAt.get(text)!)) - beganAt;
}

function peopleConcerned({ dataDir }: ConsoleUnderTest) {
  const database = new Database(path.join(dataDir, 'callboard.db'), { readonly: true });
  const one = (query: string) => (database.prepare(query).get() as { id: string }).id;
  try {
    return {
      headId: one(`select head_id as id from departments where kind = 'support'`),
      directorId: one(`select id from employees where roles like '%generalDirector%'`),
      managerId: one(
        `select id from employees where roles like '%clientManager%' and roles not like '%head%'`,
      ),
      counterpartyId: one(`select id from counterparties where status = 'client'`),
    };
  } finally {
    database.close();
  }
}
