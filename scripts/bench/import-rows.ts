import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openStore } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import { newId } from '@/lib/new-id';
import { createContext } from '@/lib/operations/context';
import { getImport } from '@/lib/operations/imports/get-import';
import { startImport } from '@/lib/operations/imports/start-import';
import { workOnImports } from '@/lib/operations/imports/work-on-imports';
import { seedDemoCompany } from '@/scripts/demo/seed-demo-company';
import type { Bench } from './bench';
import type { Finding } from './finding';
import { personOfDemo } from './person-of-demo';
import { type LeftRows, readLeftRows, writeLeftRows } from './rows-left';
import { inPairs, ratios, spreadOf } from './statistics';

const leastShare = 0.3;
const mostSecondsOfLongest = 60;
const longest = 100_000;
const cities = ['Кемерово', 'Томск', 'Москва'];

/** (k) A file of counterparties taken in and imported, beside bare inserts of all the rows that it leaves. */
export async function measureImport({ isQuick, say }: Bench): Promise<Finding[]> {
  const count = isQuick ? 5000 : longest;
  const text = fileOf(count);
  const place = mkdtempSync(path.join(os.tmpdir(), 'callboard-bench-import-'));
  try {
    const seeded = path.join(place, 'seeded');
    await seed(seeded);
    const anew = async <Value>(act: (dataDir: string) => Promise<Value>) => {
      const dataDir = path.join(place, 'tried');
      cpSync(seeded, dataDir, { recursive: true });
      return act(dataDir).finally(() => rmSync(dataDir, { recursive: true, force: true }));
    };
    const pairs = isQuick ? 2 : 3;
    say(`an import of ${count.toLocaleString('en')} rows first, to see what it leaves`);
    const left = await anew(async (dataDir): Promise<LeftRows> => {
      await importAll(dataDir, text, count);
      return readLeftRows(fileIn(seeded), fileIn(dataDir));
    });
    const rowsLeft = left.reduce((sum, { rows }) => sum + rows.length, 0);
    say(`${rowsLeft.toLocaleString('en')} rows; ${pairs} imports, and as many rounds of bare inserts`);
    const [imported, bare] = (await inPairs(pairs, [
      () => anew((dataDir) => importAll(dataDir, text, count)),
      () => anew(async (dataDir) => writeLeftRows(fileIn(dataDir), left, count)),
    ])) as [number[], number[]];
    const perSecond = (seconds: number[]) => seconds.map((took) => count / took);
    const ratio = spreadOf(ratios(perSecond(imported), perSecond(bare)));
    const seconds = spreadOf(imported.map((took) => (took / count) * longest));
    return [
      {
        what: `Import of ${count.toLocaleString('en')} counterparties`,
        unit: 'cards/s',
        value: spreadOf(perSecond(imported)),
        baseline: { what: 'bare inserts of all the rows it leaves', value: spreadOf(perSecond(bare)) },
        ratio,
        goal: `at least ${leastShare}×`,
        isMet: ratio.median >= leastShare,
      },
      {
        what: `The same, for ${longest.toLocaleString('en')} rows${count < longest ? ' at this rate' : ''}`,
        unit: 's',
        value: seconds,
        goal: `at most ${mostSecondsOfLongest} s`,
        isMet: seconds.median <= mostSecondsOfLongest,
      },
    ];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const fileIn = (dataDir: string) => path.join(dataDir, 'callboard.db');

function fileOf(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const number = String(at).padStart(7, '0');
    return `ООО «Клиент ${number}»;+7912${number};${cities[at % 3]};Иванов Пётр ${at % 100}`;
  });
  return ['Наименование;Телефон;Город;Контактное лицо', ...lines].join('\n');
}

async function seed(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir });
  await seedDemoCompany(store, Date.now());
  await store.close();
}

/** Seconds from the file handed in to the last row imported. */
async function importAll(dataDir: string, text: string, count: number): Promise<number> {
  const store = await openStore({ dataDir });
  try {
    const parts = { store, now: Date.now, newId, secrets };
    const context = createContext({ ...parts, person: await personOfDemo(store.read, 'head') });
    const mapping = { 0: 'name', 1: 'phone', 2: 'city', 3: 'contactPerson' } as const;
    const startedAt = performance.now();
    const { importId } = await startImport(context, {
      kind: 'counterparties',
      fileName: 'клиенты.csv',
      text,
      mapping,
    });
    await workOnImports(createContext({ ...parts, person: null }));
    const seconds = (performance.now() - startedAt) / 1000;
    const { state, createdCount } = await getImport(context, { importId });
    if (state !== 'done' || createdCount !== count)
      throw new Error(`the import is ${state} with ${createdCount} of ${count} rows`);
    return seconds;
  } finally {
    await store.close();
  }
}
