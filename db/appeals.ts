import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import type { TimeOrder } from '@/lib/domain/paging';
import { deleteAppealWords, insertAppealWords, updateAppealWords } from './appeal-words';
import { isWithinScope } from './counterparty-scope';
import { inTimeOrder } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type AppealRow = Db['t']['appeals']['$inferSelect'];

/** With the words it is found by. */
export async function insertAppeal(db: Db, row: AppealRow): Promise<void> {
  await db.q.insert(db.t.appeals).values(row);
  await insertAppealWords(db, [row]);
}

export async function getAppeal(db: Db, id: string): Promise<AppealRow | null> {
  const [row] = await db.q.select().from(db.t.appeals).where(eq(db.t.appeals.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row, or what hangs on it, until the transaction ends. */
export async function getAppealLocked(db: Db, id: string): Promise<AppealRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.appeals).where(eq(db.t.appeals.id, id)));
  return row ?? null;
}

export async function updateAppeal(
  db: Db,
  id: string,
  change: Partial<Omit<AppealRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.appeals).set(change).where(eq(db.t.appeals.id, id));
  if (change.topic !== undefined) await updateAppealWords(db, id, change.topic);
}

/** Nothing may hang on it. */
export async function deleteAppeal(db: Db, id: string): Promise<void> {
  await deleteAppealWords(db, id);
  await db.q.delete(db.t.appeals).where(eq(db.t.appeals.id, id));
}

export async function listAppealsByIds(db: Db, ids: readonly string[]): Promise<AppealRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.appeals)
    .where(inArray(db.t.appeals.id, [...ids]));
}

/** In the order of their ids, from an id on; nobody else changes them until the transaction ends. */
export async function listAppealsAfterLocked(db: Db, id: string, limit: number): Promise<AppealRow[]> {
  const { appeals } = db.t;
  return locked(
    db,
    db.q.select().from(appeals).where(gt(appeals.id, id)).orderBy(asc(appeals.id)).limit(limit),
  );
}

/** Newest first, open and closed ones alike. */
export async function listAppealsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
  state: 'open' | 'all',
  limit: number,
): Promise<AppealRow[]> {
  if (counterpartyIds.length === 0) return [];
  const appeals = db.t.appeals;
  return db.q
    .select()
    .from(appeals)
    .where(
      and(
        inArray(appeals.counterpartyId, [...counterpartyIds]),
        state === 'open' ? isNull(appeals.closedAt) : undefined,
      ),
    )
    .orderBy(desc(appeals.createdAt), desc(appeals.id))
    .limit(limit);
}

export async function listAppeals(
  db: Db,
  query: {
    scope: CardScope;
    state: 'open' | 'closed' | 'all';
    counterpartyId?: string;
    number?: number;
    projectId?: string;
    createdBy?: string;
    from?: number;
    /** The moment after the last one. */
    until?: number;
    order?: TimeOrder;
    after?: { at: number; id: string };
    limit: number;
  },
): Promise<AppealRow[]> {
  const appeals = db.t.appeals;
  const { state } = query;
  const order = inTimeOrder(appeals.createdAt, appeals.id, query.order ?? 'newest', query.after);
  return db.q
    .select()
    .from(appeals)
    .where(
      and(
        query.counterpartyId ? eq(appeals.counterpartyId, query.counterpartyId) : undefined,
        query.number === undefined ? undefined : eq(appeals.number, query.number),
        query.projectId ? eq(appeals.projectId, query.projectId) : undefined,
        query.createdBy ? eq(appeals.createdBy, query.createdBy) : undefined,
        query.from === undefined ? undefined : gte(appeals.createdAt, query.from),
        query.until === undefined ? undefined : lt(appeals.createdAt, query.until),
        state === 'open' ? isNull(appeals.closedAt) : undefined,
        state === 'closed' ? isNotNull(appeals.closedAt) : undefined,
        order.after,
        isWithinScope(db, query.scope, appeals.counterpartyId),
      ),
    )
    .orderBy(...order.by)
    .limit(query.limit);
}
