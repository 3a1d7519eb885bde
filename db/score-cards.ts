import { and, desc, eq, gt, ne, type SQL, sql } from 'drizzle-orm';
import type { ScoreCardState } from '@/lib/domain/score-cards/score-card';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type ScoreCardRow = Db['t']['scoreCards']['$inferSelect'];
export type ScoreCardEditionRow = Db['t']['scoreCardEditions']['$inferSelect'];

/** Whose cards reviewers read: everybody's, or those of a department's people. */
export type ScoreCardScope = 'all' | { departmentId: string };

/** False when the call has a card already. */
export async function insertScoreCard(db: Db, row: ScoreCardRow): Promise<boolean> {
  const inserted = await db.q
    .insert(db.t.scoreCards)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: db.t.scoreCards.id });
  return inserted.length > 0;
}

/** Locked inside a transaction. */
export async function getScoreCard(db: Db, id: string): Promise<ScoreCardRow | null> {
  const query = db.q.select().from(db.t.scoreCards).where(eq(db.t.scoreCards.id, id));
  const [row] = await (db.isTransaction ? locked(db, query) : query);
  return row ?? null;
}

export async function findScoreCardOfCall(db: Db, callId: string): Promise<ScoreCardRow | null> {
  const [row] = await db.q.select().from(db.t.scoreCards).where(eq(db.t.scoreCards.callId, callId));
  return row ?? null;
}

export async function updateScoreCard(
  db: Db,
  id: string,
  change: Partial<Omit<ScoreCardRow, 'id' | 'callId'>>,
): Promise<void> {
  await db.q.update(db.t.scoreCards).set(change).where(eq(db.t.scoreCards.id, id));
}

export async function deleteScoreCard(db: Db, id: string): Promise<void> {
  await db.q.delete(db.t.scoreCards).where(eq(db.t.scoreCards.id, id));
}

/** The newest call first. */
export async function listScoreCards(
  db: Db,
  query: PageAfter & {
    scope: ScoreCardScope;
    /** Whoever reviews, whose own card is another's to review. */
    notOf: string;
    state?: ScoreCardState;
    employeeId?: string;
  },
): Promise<ScoreCardRow[]> {
  const { scoreCards } = db.t;
  return page(db, query, [
    isWithin(db, query.scope),
    ne(scoreCards.employeeId, query.notOf),
    query.state && eq(scoreCards.state, query.state),
    query.employeeId ? eq(scoreCards.employeeId, query.employeeId) : undefined,
  ]);
}

/** What was sent to a person, the newest call first. */
export async function listScoreCardsSentTo(
  db: Db,
  query: PageAfter & { employeeId: string },
): Promise<ScoreCardRow[]> {
  const { scoreCards } = db.t;
  return page(db, query, [eq(scoreCards.employeeId, query.employeeId), gt(scoreCards.edition, 0)]);
}

function page(db: Db, { after, limit }: PageAfter, narrowed: (SQL | undefined)[]): Promise<ScoreCardRow[]> {
  const { scoreCards } = db.t;
  const order = inTimeOrder(scoreCards.arrivedAt, scoreCards.callId, 'newest', after);
  return db.q
    .select()
    .from(scoreCards)
    .where(and(...narrowed, order.after))
    .orderBy(...order.by)
    .limit(limit);
}

/** Cards that wait for their employee. The words are those of the index. */
export const countScoreCardsWaiting = (db: Db, employeeId: string): Promise<number> =>
  count(
    db,
    and(eq(db.t.scoreCards.employeeId, employeeId), sql`${db.t.scoreCards.state} in ('sent', 'upheld')`),
  );

/** Cards that were objected to and wait for a reviewer. */
export const countScoreCardsObjected = (db: Db, scope: ScoreCardScope, notOf: string): Promise<number> =>
  count(
    db,
    and(
      isWithin(db, scope),
      ne(db.t.scoreCards.employeeId, notOf),
      sql`${db.t.scoreCards.state} = 'objected'`,
    ),
  );

async function count(db: Db, where: SQL | undefined): Promise<number> {
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(db.t.scoreCards)
    .where(where);
  return row?.count ?? 0;
}

const isWithin = (db: Db, scope: ScoreCardScope) =>
  scope === 'all' ? undefined : eq(db.t.scoreCards.departmentId, scope.departmentId);

export async function insertScoreCardEdition(db: Db, row: ScoreCardEditionRow): Promise<void> {
  await db.q.insert(db.t.scoreCardEditions).values(row);
}

/** The newest first. */
export async function listScoreCardEditions(db: Db, cardId: string): Promise<ScoreCardEditionRow[]> {
  const editions = db.t.scoreCardEditions;
  return db.q.select().from(editions).where(eq(editions.cardId, cardId)).orderBy(desc(editions.edition));
}

export async function updateScoreCardEdition(
  db: Db,
  { cardId, edition }: { cardId: string; edition: number },
  change: Partial<Omit<ScoreCardEditionRow, 'cardId' | 'edition'>>,
): Promise<void> {
  const editions = db.t.scoreCardEditions;
  await db.q
    .update(editions)
    .set(change)
    .where(and(eq(editions.cardId, cardId), eq(editions.edition, edition)));
}
