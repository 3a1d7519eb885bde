import { and, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import type { TimeOrder } from '@/lib/domain/paging';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import { isWithinScope } from './counterparty-scope';
import { inTimeOrder } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type ReactionRow = Db['t']['reactions']['$inferSelect'];

/** The counterparty is that of the appeal. */
export async function insertReaction(db: Db, row: Omit<ReactionRow, 'counterpartyId'>): Promise<void> {
  const { reactions, appeals } = db.t;
  const ofAppeal = db.q
    .select({ id: appeals.counterpartyId })
    .from(appeals)
    .where(eq(appeals.id, row.appealId));
  await db.q.insert(reactions).values({ ...row, counterpartyId: sql`coalesce((${ofAppeal}), '')` });
}

/** Whether something happened on the appeal, or a file hangs on it. */
export async function hasAppealRecords(db: Db, appealId: string): Promise<boolean> {
  const { reactions, attachments } = db.t;
  const acts = await db.q
    .select({ id: reactions.id })
    .from(reactions)
    .where(eq(reactions.appealId, appealId))
    .limit(1);
  if (acts.length > 0) return true;
  const files = await db.q
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.appealId, appealId), isNull(attachments.removedAt)))
    .limit(1);
  return files.length > 0;
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
  types?: readonly ReactionType[],
): Promise<ReactionRow[]> {
  if (appealIds.length === 0) return [];
  const reactions = db.t.reactions;
  return db.q
    .select()
    .from(reactions)
    .where(and(inArray(reactions.appealId, [...appealIds]), types && inArray(reactions.type, [...types])))
    .orderBy(desc(reactions.happenedAt), desc(reactions.id))
    .limit(limit);
}

export async function listReactionsOfCall(db: Db, callId: string): Promise<ReactionRow[]> {
  return db.q.select().from(db.t.reactions).where(eq(db.t.reactions.callId, callId));
}

/** Acts that happened. */
export async function listReactions(
  db: Db,
  query: {
    scope: CardScope;
    employeeIds?: string[];
    ofDepartmentId?: string;
    type?: ReactionType;
    departmentId?: string;
    employeeId?: string;
    from?: number;
    /** The moment after the last one. */
    until?: number;
    appealId?: string;
    counterpartyId?: string;
    order?: TimeOrder;
    after?: { at: number; id: string };
    limit: number;
  },
): Promise<ReactionRow[]> {
  const { reactions } = db.t;
  const order = inTimeOrder(reactions.happenedAt, reactions.id, query.order ?? 'newest', query.after);
  return db.q
    .select()
    .from(reactions)
    .where(
      and(
        query.employeeIds && inArray(reactions.employeeId, query.employeeIds),
        query.ofDepartmentId ? eq(reactions.departmentId, query.ofDepartmentId) : undefined,
        query.departmentId ? eq(reactions.departmentId, query.departmentId) : undefined,
        query.employeeId ? eq(reactions.employeeId, query.employeeId) : undefined,
        query.type ? eq(reactions.type, query.type) : undefined,
        query.from === undefined ? undefined : gte(reactions.happenedAt, query.from),
        query.until === undefined ? undefined : lt(reactions.happenedAt, query.until),
        query.appealId ? eq(reactions.appealId, query.appealId) : undefined,
        query.counterpartyId ? eq(reactions.counterpartyId, query.counterpartyId) : undefined,
        order.after,
        isWithinScope(db, query.scope, reactions.counterpartyId),
      ),
    )
    .orderBy(...order.by)
    .limit(query.limit);
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
