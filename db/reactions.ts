import { and, desc, eq, inArray, lt, lte, or } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { isWithinScope } from './counterparty-scope';
import { locked } from './lock';
import type { Db } from './store';

export type ReactionRow = Db['t']['reactions']['$inferSelect'];
export type ListedReactionRow = ReactionRow & { counterpartyId: string };

export async function insertReaction(db: Db, row: ReactionRow): Promise<void> {
  await db.q.insert(db.t.reactions).values(row);
}

export async function listReactionsByIds(db: Db, ids: readonly string[]): Promise<ReactionRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.reactions)
    .where(inArray(db.t.reactions.id, [...ids]));
}

/** Newest first. */
export async function listReactionsOfAppeals(
  db: Db,
  appealIds: readonly string[],
  limit: number,
): Promise<ReactionRow[]> {
  if (appealIds.length === 0) return [];
  const reactions = db.t.reactions;
  return db.q
    .select()
    .from(reactions)
    .where(inArray(reactions.appealId, [...appealIds]))
    .orderBy(desc(reactions.happenedAt), desc(reactions.id))
    .limit(limit);
}

export async function listReactionsOfCall(db: Db, callId: string): Promise<ReactionRow[]> {
  return db.q.select().from(db.t.reactions).where(eq(db.t.reactions.callId, callId));
}

/** Acts that happened, newest first. */
export async function listReactions(
  db: Db,
  query: {
    scope: CardScope;
    employeeIds?: string[];
    departmentId?: string;
    appealIds?: readonly string[];
    after?: { happenedAt: number; id: string };
    limit: number;
  },
): Promise<ListedReactionRow[]> {
  const { reactions, appeals } = db.t;
  const { after } = query;
  const rows = await db.q
    .select({ reaction: reactions, counterpartyId: appeals.counterpartyId })
    .from(reactions)
    .innerJoin(appeals, eq(appeals.id, reactions.appealId))
    .where(
      and(
        query.employeeIds && inArray(reactions.employeeId, query.employeeIds),
        query.departmentId ? eq(reactions.departmentId, query.departmentId) : undefined,
        query.appealIds && inArray(reactions.appealId, [...query.appealIds]),
        after &&
          and(
            lte(reactions.happenedAt, after.happenedAt),
            or(lt(reactions.happenedAt, after.happenedAt), lt(reactions.id, after.id)),
          ),
        isWithinScope(db, query.scope, appeals.counterpartyId),
      ),
    )
    .orderBy(desc(reactions.happenedAt), desc(reactions.id))
    .limit(query.limit);
  return rows.map(({ reaction, counterpartyId }) => ({ ...reaction, counterpartyId }));
}

export async function getReactionLocked(db: Db, id: string): Promise<ReactionRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.reactions).where(eq(db.t.reactions.id, id)));
  return row ?? null;
}

export async function updateReaction(
  db: Db,
  id: string,
  change: Partial<Omit<ReactionRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.reactions).set(change).where(eq(db.t.reactions.id, id));
}
