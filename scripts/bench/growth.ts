import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import { newId } from '@/lib/new-id';
import { createContext } from '@/lib/operations/context';
import { searchEverything } from '@/lib/operations/search/search-everything';
import type { Bench } from './bench';
import type { Finding } from './finding';
import { grownAt, makeGrownDatabase } from './grown-database';
import { type Grown, grownReads } from './grown-reads';
import { personOfDemo } from './person-of-demo';
import { inPairs, percentile, randomShares, ratios, spreadOf } from './statistics';

const fewRows = 10_000;
type Opened = Grown & { store: Store };

/** What somebody types before they see what they look for. */
const typed = [
  ...[
    'ром',
    'рома',
    'ромашка',
    'тех',
    'техно',
    'клуб',
    'клуб ром',
    'шкали',
    'иванов',
    'иван зол',
    'hjvf',
    'servis',
  ],
  ...['8 (912)', '912345', '4567', '+7 900 000', '1000318'],
];
const hitsWithinMs = 50;

/** (d) What the console reads most, in a small database and in one a hundred times as large. */
export async function measureGrowth(bench: Bench): Promise<Finding[]> {
  const place = mkdtempSync(path.join(os.tmpdir(), 'callboard-bench-grown-'));
  const opened: Opened[] = [];
  try {
    for (const rows of [fewRows, bench.isQuick ? 100_000 : 1_000_000]) {
      bench.say(`making ${rows.toLocaleString('en')} counterparties and calls`);
      opened.push(await openGrown(path.join(place, String(rows)), rows));
    }
    return [...(await compare(opened, bench)), await measurePalette(opened, bench)];
  } finally {
    for (const { store } of opened) await store.close();
    rmSync(place, { recursive: true, force: true });
  }
}

async function openGrown(dataDir: string, rows: number): Promise<Opened> {
  await makeGrownDatabase(dataDir, rows);
  const store = await openStore({ dataDir });
  const person = await personOfDemo(store.read, 'clientManager');
  const now = () => grownAt + 3_600_000;
  return { store, rows, context: createContext({ store, person, now, newId, secrets }) };
}

async function compare(opened: Opened[], { isQuick, say }: Bench): Promise<Finding[]> {
  const manyRows = opened.at(-1)!.rows;
  const pairs = isQuick ? 5 : 7;
  const findings: Finding[] = [];
  for (const { what, times, read } of grownReads) {
    say(`${what}: ${pairs} rounds of ${times} reads`);
    const next = randomShares(1);
    const round = (grown: Grown) => async () => {
      const tookMs: number[] = [];
      for (let index = 0; index < times; index++) {
        const startedAt = performance.now();
        const found = await read(grown, next);
        tookMs.push(performance.now() - startedAt);
        if (found.length === 0) throw new Error(`${what} found nothing among ${grown.rows} rows`);
      }
      return percentile(tookMs, 0.99);
    };
    for (const grown of opened) await round(grown)();
    const [few, many] = (await inPairs(pairs, opened.map(round))) as [number[], number[]];
    const ratio = spreadOf(ratios(many, few));
    findings.push({
      what: `${what}, p99 at ${manyRows.toLocaleString('en')} calls and counterparties`,
      unit: 'ms',
      value: spreadOf(many),
      baseline: { what: `at ${fewRows.toLocaleString('en')}`, value: spreadOf(few) },
      ratio,
      goal: 'at most 2×',
      isMet: ratio.median <= 2,
    });
  }
  return findings;
}

/** The palette's answer to whatever is typed, as its route asks for it. */
async function measurePalette(opened: Opened[], { isQuick, say }: Bench): Promise<Finding> {
  const rounds = isQuick ? 3 : 7;
  say(`palette: ${rounds} rounds of ${typed.length} searches`);
  const round =
    ({ context }: Opened) =>
    async () => {
      const tookMs: number[] = [];
      for (const query of typed) {
        const startedAt = performance.now();
        await searchEverything(context, { query });
        tookMs.push(performance.now() - startedAt);
      }
      return percentile(tookMs, 0.95);
    };
  for (const grown of opened) await round(grown)();
  const [few, many] = (await inPairs(rounds, opened.map(round))) as [number[], number[]];
  const value = spreadOf(many);
  return {
    what: `Palette's first hits, p95 at ${opened.at(-1)!.rows.toLocaleString('en')} counterparties`,
    unit: 'ms',
    value,
    baseline: { what: `at ${fewRows.toLocaleString('en')}`, value: spreadOf(few) },
    ratio: spreadOf(ratios(many, few)),
    goal: `at most ${hitsWithinMs} ms`,
    isMet: value.median <= hitsWithinMs,
  };
}
