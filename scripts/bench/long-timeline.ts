import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import { newId } from '@/lib/new-id';
import { type Context, createContext } from '@/lib/operations/context';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { listTimeline } from '@/lib/operations/counterparties/list-timeline';
import type { Bench } from './bench';
import type { Finding } from './finding';
import { grownAt, makeGrownDatabase } from './grown-database';
import { personOfDemo } from './person-of-demo';
import { inPairs, percentile, ratios, spreadOf } from './statistics';

const limit = 50;
/** Calls, reactions and appeals each; every appeal is opened, and half of them are closed. */
const each = { few: 20, many: 1430 };
const made = { few: 'CP000000000000000000000001', many: 'CP000000000000000000000002' };

/** `pages`: where each page of the timeline begins. */
type Card = { counterpartyId: string; entries: number; pages: (string | undefined)[] };

/** (j) A card on which much happened, beside one on which little did. */
export async function measureLongTimeline({ isQuick, say }: Bench): Promise<Finding[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-bench-timeline-'));
  try {
    await makeGrownDatabase(dataDir, 10_000);
    giveTo(path.join(dataDir, 'callboard.db'));
    const store = await openStore({ dataDir });
    try {
      const person = await personOfDemo(store.read, 'clientManager');
      const now = () => grownAt + 3_600_000;
      const context = createContext({ store, person, now, newId, secrets });
      const few = await walk(context, made.few);
      const many = await walk(context, made.many);
      say(`a card with ${many.entries} entries and one with ${few.entries}`);
      const reads = {
        'Card opened': (card: Card) => getCounterparty(context, { counterpartyId: card.counterpartyId }),
        'First page of its timeline': (card: Card) => pageAt(context, card, 0),
        'Its last full page': (card: Card) => pageAt(context, card, Math.max(0, card.pages.length - 2)),
      };
      const findings: Finding[] = [];
      for (const [what, read] of Object.entries(reads)) {
        const round = (card: Card) => async () => {
          const tookMs: number[] = [];
          for (let index = 0; index < (isQuick ? 60 : 200); index++) {
            const startedAt = performance.now();
            await read(card);
            tookMs.push(performance.now() - startedAt);
          }
          return percentile(tookMs, 0.95);
        };
        for (const card of [few, many]) await round(card)();
        const [ofFew, ofMany] = (await inPairs(isQuick ? 3 : 7, [round(few), round(many)])) as [
          number[],
          number[],
        ];
        const ratio = spreadOf(ratios(ofMany, ofFew));
        findings.push({
          what: `${what}, p95 of a card with ${many.entries} entries`,
          unit: 'ms',
          value: spreadOf(ofMany),
          baseline: { what: `with ${few.entries}`, value: spreadOf(ofFew) },
          ratio,
          goal: 'at most 2×',
          isMet: ratio.median <= 2,
        });
      }
      return findings;
    } finally {
      await store.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Gives rows of the other cards to the two, the newest to both alike. */
function giveTo(file: string): void {
  const database = new Database(file);
  for (const table of ['calls', 'reactions', 'appeals']) {
    const give = database.prepare(
      `update ${table} set counterparty_id = ? where id in
         (select id from ${table} where counterparty_id not in (?, ?) order by id desc limit ?)`,
    );
    give.run(made.many, made.few, made.many, each.many);
    give.run(made.few, made.few, made.many, each.few);
  }
  database.exec('analyze');
  database.close();
}

async function walk(context: Context, counterpartyId: string): Promise<Card> {
  const card: Card = { counterpartyId, entries: 0, pages: [] };
  let after: string | undefined;
  do {
    card.pages.push(after);
    const page = await listTimeline(context, { counterpartyId, show: 'all', appeals: 'all', after, limit });
    card.entries += page.rows.length;
    after = page.next ?? undefined;
  } while (after);
  return card;
}

const pageAt = (context: Context, { counterpartyId, pages }: Card, index: number) =>
  listTimeline(context, { counterpartyId, show: 'all', appeals: 'all', after: pages[index], limit });
