import { eq, sql } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { prepared } from './prepared';
import type { Db } from './store';

export type BlockedNumberRow = Db['t']['blockedNumbers']['$inferSelect'];

/** False when the number is blocked already. */
export async function insertBlockedNumber(db: Db, row: BlockedNumberRow): Promise<boolean> {
  const t = db.t.blockedNumbers;
  const inserted = await db.q.insert(t).values(row).onConflictDoNothing().returning({ e164: t.e164 });
  return inserted.length > 0;
}

export async function getBlockedNumber(db: Db, e164: string): Promise<BlockedNumberRow | null> {
  const t = db.t.blockedNumbers;
  const select = prepared(db, 'getBlockedNumber', () =>
    db.q
      .select()
      .from(t)
      .where(eq(t.e164, sql.placeholder('e164'))),
  );
  const [row] = await select.execute({ e164 });
  return row ?? null;
}

/** Newest first. */
export async function listBlockedNumbers(db: Db, page: PageAfter): Promise<BlockedNumberRow[]> {
  const t = db.t.blockedNumbers;
  const { after } = page;
  const order = inTimeOrder(t.blockedAt, t.e164, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(order.after)
    .orderBy(...order.by)
    .limit(page.limit);
}

export async function deleteBlockedNumber(db: Db, e164: string): Promise<BlockedNumberRow | null> {
  const t = db.t.blockedNumbers;
  const [row] = await db.q.delete(t).where(eq(t.e164, e164)).returning();
  return row ?? null;
}
