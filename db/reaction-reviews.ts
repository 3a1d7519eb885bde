import { and, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { CallRoute } from '@/lib/domain/calls/route';
import { leadLeftReasons } from '@/lib/domain/leads/lead';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { ReactionRow } from './reactions';
import type { Db } from './store';

export type ReactionReviewRow = Db['t']['reactionReviews']['$inferSelect'];

export type ReviewedReactionFilter = {
  /** Those the department made or has to act on. */
  departmentId?: string;
  employeeId?: string;
  route?: CallRoute;
  state: 'all' | 'reviewed' | 'unreviewed';
  isLate?: boolean;
  /** IN-4: those of the support route whose card is still a prospect's. */
  isToConfirm?: boolean;
  now: number;
};

/** Reactions that came from calls, newest first. */
export async function listReactionsFromCalls(
  db: Db,
  query: ReviewedReactionFilter & PageAfter,
): Promise<ReactionRow[]> {
  const { reactions, reactionReviews, nextReactions, leads, appeals, counterparties } = db.t;
  const { after, departmentId, state } = query;
  const review = db.q
    .select({ id: reactionReviews.reactionId })
    .from(reactionReviews)
    .where(eq(reactionReviews.reactionId, reactions.id));
  const actsNext = db.q
    .select({ id: nextReactions.id })
    .from(nextReactions)
    .where(
      and(
        eq(nextReactions.reactionId, reactions.id),
        eq(nextReactions.responsibleDepartmentId, departmentId ?? ''),
      ),
    );
  const keptAt = sql`case when ${inArray(leads.endReason, [...leadLeftReasons])} then null else ${leads.acceptedAt} end`;
  const late = db.q
    .select({ id: nextReactions.id })
    .from(nextReactions)
    .leftJoin(leads, eq(leads.nextReactionId, nextReactions.id))
    .where(
      and(
        eq(nextReactions.reactionId, reactions.id),
        lt(nextReactions.dueAt, sql`coalesce(${keptAt}, ${nextReactions.endedAt}, ${query.now})`),
      ),
    );
  const ofProspect = db.q
    .select({ id: appeals.id })
    .from(appeals)
    .innerJoin(counterparties, eq(counterparties.id, appeals.counterpartyId))
    .where(and(eq(appeals.id, reactions.appealId), eq(counterparties.status, 'prospect')));
  const order = inTimeOrder(reactions.happenedAt, reactions.id, 'newest', after);
  return db.q
    .select()
    .from(reactions)
    .where(
      and(
        isNotNull(reactions.callId),
        departmentId ? or(eq(reactions.departmentId, departmentId), exists(actsNext)) : undefined,
        query.employeeId ? eq(reactions.employeeId, query.employeeId) : undefined,
        query.route ? eq(reactions.route, query.route) : undefined,
        state === 'reviewed' ? exists(review) : undefined,
        state === 'unreviewed' ? sql`not ${exists(review)}` : undefined,
        query.isLate ? exists(late) : undefined,
        query.isToConfirm ? and(eq(reactions.route, 'support'), exists(ofProspect)) : undefined,
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(query.limit);
}

export async function getReactionReview(db: Db, reactionId: string): Promise<ReactionReviewRow | null> {
  const reviews = db.t.reactionReviews;
  const [row] = await db.q.select().from(reviews).where(eq(reviews.reactionId, reactionId));
  return row ?? null;
}

export async function listReactionReviews(
  db: Db,
  reactionIds: readonly string[],
): Promise<ReactionReviewRow[]> {
  if (reactionIds.length === 0) return [];
  return db.q
    .select()
    .from(db.t.reactionReviews)
    .where(inArray(db.t.reactionReviews.reactionId, [...reactionIds]));
}

/** Inserts or replaces. */
export async function updateReactionReview(db: Db, row: ReactionReviewRow): Promise<void> {
  const { reactionId: _, ...values } = row;
  await db.q
    .insert(db.t.reactionReviews)
    .values(row)
    .onConflictDoUpdate({ target: db.t.reactionReviews.reactionId, set: values });
}

/** Remarks to these people that they have not yet acknowledged, oldest first. */
export async function listOpenRemarks(
  db: Db,
  query: {
    employeeIds: readonly string[];
  } & PageAfter,
): Promise<ReactionReviewRow[]> {
  const reviews = db.t.reactionReviews;
  const { after } = query;
  const order = inTimeOrder(reviews.reviewedAt, reviews.reactionId, 'oldest', after);
  return db.q
    .select()
    .from(reviews)
    .where(and(isOpenRemarkTo(db, query.employeeIds), order.after))
    .orderBy(...order.by)
    .limit(query.limit);
}

export async function countOpenRemarks(db: Db, employeeIds: readonly string[]): Promise<number> {
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(db.t.reactionReviews)
    .where(isOpenRemarkTo(db, employeeIds));
  return row?.count ?? 0;
}

const isOpenRemarkTo = ({ t: { reactionReviews } }: Db, employeeIds: readonly string[]) =>
  and(inArray(reactionReviews.remarkTo, [...employeeIds]), isNull(reactionReviews.acknowledgedAt));
