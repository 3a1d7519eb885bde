import { describe, expect, test } from 'vitest';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import { dialects, openTestStore } from './testing';

describe.each(dialects)('many rows at once on %s', (dialect) => {
  test('are inserted as they are: texts, numbers, flags, JSON, nothing; those known already are skipped when asked', async () => {
    const store = await openTestStore(dialect);
    const purchase = (index: number) => ({
      id: `p${index}`,
      counterpartyId: 'card',
      contractNumber: `«${index}» 'q' "w" \\ \n`,
      projectId: null,
      sumKopecks: 10_000_000_000_000 + index,
      boughtOn: '2026-11-01',
      paidOn: index % 2 ? '2026-11-02' : null,
      note: '',
      happenedAt: 1_700_000_000_000,
      madeClient: index % 2 === 0,
      createdAt: 1,
      createdBy: 'anna',
      removedAt: null,
      removedBy: null,
      version: 1,
    });
    const row = (index: number) => ({
      importId: 'import',
      row: index,
      result: 'create' as const,
      problems: [{ field: 'name' as const, problem: 'missing' as const }],
      cells: index % 2 ? ['a', 'б'] : null,
      nounId: null,
      counterpartyId: null,
      version: null,
      before: index % 2 ? { city: null, at: 2 } : null,
      undoing: null,
    });
    const many = <Row>(make: (index: number) => Row) => Array.from({ length: 40 }, (_, index) => make(index));
    await store.tx(async (db) => {
      await insertMany(db, db.t.purchases, many(purchase));
      await insertMany(db, db.t.importRows, many(row));
      await insertMany(db, db.t.purchases, many(purchase), { skipsKnown: true });
    });
    const { read: db } = store;
    const kept = await db.q.select().from(db.t.purchases).orderBy(db.t.purchases.sumKopecks);
    expect(kept).toEqual(many(purchase));
    expect(await db.q.select().from(db.t.importRows).orderBy(db.t.importRows.row)).toEqual(many(row));
    await expect(store.tx((tx) => insertMany(tx, tx.t.purchases, many(purchase)))).rejects.toThrow();
    const found = await db.q
      .select({ id: db.t.purchases.id })
      .from(db.t.purchases)
      .where(isAmong(db, db.t.purchases.id, ['p3', "p'", 'none', 'p39']));
    expect(found.map(({ id }) => id).sort()).toEqual(['p3', 'p39']);
  });
});
