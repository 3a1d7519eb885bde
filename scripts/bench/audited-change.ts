import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { insertAudits } from '@/db/audit-log';
import { openStore, type Store } from '@/db/store';
import { secrets } from '@/lib/auth/secrets';
import type { Person } from '@/lib/domain/employees/employee';
import { newId } from '@/lib/new-id';
import { updateAppeal } from '@/lib/operations/appeals/update-appeal';
import { createContext } from '@/lib/operations/context';
import type { Bench } from './bench';
import type { Finding } from './finding';
import { grownAt, makeGrownDatabase } from './grown-database';
import { personOfDemo } from './person-of-demo';
import { inPairs, median, spreadOf } from './statistics';

const appealId = 'AP000000000000000000000000';

/**
 * (k) What an entry of the audit log costs a change with a key: the change with its entry, beside the same with a second
 * one.
 */
export async function measureAuditedChange({ isQuick, say }: Bench): Promise<Finding[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'callboard-bench-audit-'));
  try {
    await makeGrownDatabase(dataDir, 10_000);
    const store = await openStore({ dataDir });
    try {
      const person = await personOfDemo(store.read, 'clientManager');
      const perRound = isQuick ? 100 : 400;
      const pairs = isQuick ? 5 : 9;
      say(`${pairs} rounds of ${perRound} changes of an appeal, each with a key of its own`);
      const once = changing(store, person);
      const twice = changing(withOneEntryMore(store), person);
      const round = (change: () => Promise<void>) => async () => {
        const tookMs: number[] = [];
        for (let index = 0; index < perRound; index++) {
          const startedAt = performance.now();
          await change();
          tookMs.push(performance.now() - startedAt);
        }
        return median(tookMs);
      };
      for (const change of [once, twice]) await round(change)();
      const [ofOne, ofTwo] = (await inPairs(pairs, [round(once), round(twice)])) as [number[], number[]];
      const entry = ofTwo.map((took, pair) => took - ofOne[pair]!);
      const shares = entry.map((took, pair) => took / ofOne[pair]!);
      return [
        {
          what: 'An entry of the audit log, of a change with a key',
          unit: 'ms',
          value: spreadOf(entry),
          baseline: { what: 'the change with it, median', value: spreadOf(ofOne) },
          ratio: spreadOf(shares),
          goal: 'stated',
          isMet: null,
        },
      ];
    } finally {
      await store.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Changes the note of one appeal, as a request of the API does: with a key, history, news and its entry. */
function changing(store: Store, person: Person): () => Promise<void> {
  return async () => {
    const [appeal] = await store.read.q.select().from(store.read.t.appeals).limit(1);
    const input = { appealId: appeal!.id, version: appeal!.version, note: randomUUID() };
    const request = {
      key: randomUUID(),
      bodyHash: input.note,
      operation: 'PATCH /appeals/{appealId}',
      input,
    };
    const context = createContext({ store, person, now: () => grownAt, newId, secrets, request });
    await updateAppeal(context, input);
  };
}

const withOneEntryMore = (store: Store): Store => ({
  ...store,
  tx: (act) =>
    store.tx(async (db) => {
      const outcome = await act(db);
      await insertAudits(db, [
        {
          at: grownAt,
          kind: 'changed',
          employeeId: null,
          via: 'machine',
          operation: 'PATCH /appeals/{appealId}',
          subject: 'appeal',
          subjectId: appealId,
          counterpartyId: null,
          details: { changes: [{ noun: 'appeal', nounId: appealId, fields: ['note'] }] },
          digests: {},
        },
      ]);
      return outcome;
    }),
});
