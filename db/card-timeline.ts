import { and, desc, eq, inArray, isNull, lt, lte, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import type { AppealRow } from './appeals';
import type { AttachmentRow } from './attachments';
import type { ChangeRow } from './changes';
import type { ComplaintRow } from './complaints';
import type { CounterpartyCallRow } from './counterparty-calls';
import type { FolderRow } from './folders';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { NextReactionRow } from './next-reactions';
import type { PurchaseRow } from './purchases';
import type { ReactionRow } from './reactions';
import type { RoundRow } from './rounds';
import type { Db } from './store';

/** Where a source of the timeline goes on: at that moment with all its rows, those of smaller ids, or none of them. */
export type TimelinePlace = { at: number; ids: 'all' | 'none' | { before: string } };
/** A document without its text, with the folder it was made for, if any. */
export type TimelineDocumentRow = Pick<
  Db['t']['documents']['$inferSelect'],
  'id' | 'kind' | 'number' | 'title' | 'madeBy' | 'madeAt'
> & { folder: Pick<FolderRow, 'id' | 'number' | 'handedOverBy' | 'salesManagerId' | 'takenBy'> | null };

/** Newest first, of one card. */
export type TimelineQuery = { counterpartyId: string; after?: TimelinePlace; limit: number };

/** Those that left no reaction, if asked. */
export async function listTimelineCalls(
  db: Db,
  query: TimelineQuery & { isWithoutReaction?: boolean },
): Promise<CounterpartyCallRow[]> {
  const { calls, reactions } = db.t;
  const reaction = db.q.select({ id: reactions.id }).from(reactions).where(eq(reactions.callId, calls.id));
  return db.q
    .select({
      id: calls.id,
      counterpartyId: calls.counterpartyId,
      direction: calls.direction,
      arrivedAt: calls.arrivedAt,
      answeredAt: calls.answeredAt,
      endedAt: calls.endedAt,
      outcome: calls.outcome,
      route: calls.route,
      ownerId: calls.ownerId,
    })
    .from(calls)
    .where(
      and(
        eq(calls.counterpartyId, query.counterpartyId),
        query.isWithoutReaction ? notExists(reaction) : undefined,
        isFrom(query.after, calls.arrivedAt, calls.id),
      ),
    )
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(query.limit);
}

/** Of some types, if given. */
export async function listTimelineReactions(
  db: Db,
  query: TimelineQuery & { types?: readonly ReactionType[] },
): Promise<ReactionRow[]> {
  const { reactions } = db.t;
  return db.q
    .select()
    .from(reactions)
    .where(
      and(
        eq(reactions.counterpartyId, query.counterpartyId),
        query.types && inArray(reactions.type, [...query.types]),
        isFrom(query.after, reactions.happenedAt, reactions.id),
      ),
    )
    .orderBy(desc(reactions.happenedAt), desc(reactions.id))
    .limit(query.limit);
}

export async function listTimelineAppeals(db: Db, query: TimelineQuery): Promise<AppealRow[]> {
  const { appeals } = db.t;
  return db.q
    .select()
    .from(appeals)
    .where(
      and(
        eq(appeals.counterpartyId, query.counterpartyId),
        isFrom(query.after, appeals.createdAt, appeals.id),
      ),
    )
    .orderBy(desc(appeals.createdAt), desc(appeals.id))
    .limit(query.limit);
}

/** In the order in which they were closed. */
export async function listTimelineClosedAppeals(db: Db, query: TimelineQuery): Promise<AppealRow[]> {
  const { appeals } = db.t;
  return db.q
    .select()
    .from(appeals)
    .where(
      and(
        eq(appeals.counterpartyId, query.counterpartyId),
        sql`${appeals.closedAt} is not null`,
        isFrom(query.after, appeals.closedAt, appeals.id),
      ),
    )
    .orderBy(desc(appeals.closedAt), desc(appeals.id))
    .limit(query.limit);
}

/** Next reactions that nothing fulfilled: they were closed with a reason. */
export async function listTimelineClosedNextReactions(
  db: Db,
  query: TimelineQuery,
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  return db.q
    .select()
    .from(next)
    .where(
      and(
        eq(next.counterpartyId, query.counterpartyId),
        sql`${next.outcome} = 'closed'`,
        isFrom(query.after, next.endedAt, next.id),
      ),
    )
    .orderBy(desc(next.endedAt), desc(next.id))
    .limit(query.limit);
}

export async function listTimelinePurchases(db: Db, query: TimelineQuery): Promise<PurchaseRow[]> {
  const { purchases } = db.t;
  return db.q
    .select()
    .from(purchases)
    .where(
      and(
        eq(purchases.counterpartyId, query.counterpartyId),
        isNull(purchases.removedAt),
        isFrom(query.after, purchases.happenedAt, purchases.id),
      ),
    )
    .orderBy(desc(purchases.happenedAt), desc(purchases.id))
    .limit(query.limit);
}

/** Without those of appeals, if asked. */
export async function listTimelineAttachments(
  db: Db,
  query: TimelineQuery & { isOutsideAppeals?: boolean },
): Promise<AttachmentRow[]> {
  const { attachments } = db.t;
  return db.q
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.counterpartyId, query.counterpartyId),
        query.isOutsideAppeals ? isNull(attachments.appealId) : undefined,
        isNull(attachments.removedAt),
        isFrom(query.after, attachments.createdAt, attachments.id),
      ),
    )
    .orderBy(desc(attachments.createdAt), desc(attachments.id))
    .limit(query.limit);
}

/** SA-3: in the order in which they were closed. */
export async function listTimelineClosedComplaints(db: Db, query: TimelineQuery): Promise<ComplaintRow[]> {
  const { complaints } = db.t;
  return db.q
    .select()
    .from(complaints)
    .where(
      and(
        eq(complaints.counterpartyId, query.counterpartyId),
        sql`${complaints.closedAt} is not null`,
        isFrom(query.after, complaints.closedAt, complaints.id),
      ),
    )
    .orderBy(desc(complaints.closedAt), desc(complaints.id))
    .limit(query.limit);
}

/** SA-1: rounds as they came out, but for those that were called off. */
export async function listTimelineRounds(db: Db, query: TimelineQuery): Promise<RoundRow[]> {
  const { rounds } = db.t;
  return db.q
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.counterpartyId, query.counterpartyId),
        sql`${rounds.endedAt} is not null`,
        sql`${rounds.state} <> 'cancelled'`,
        isFrom(query.after, rounds.endedAt, rounds.id),
      ),
    )
    .orderBy(desc(rounds.endedAt), desc(rounds.id))
    .limit(query.limit);
}

/** ON-1: folders as they were handed over. */
export async function listTimelineFolders(db: Db, query: TimelineQuery): Promise<FolderRow[]> {
  const { folders } = db.t;
  return db.q
    .select()
    .from(folders)
    .where(
      and(
        eq(folders.counterpartyId, query.counterpartyId),
        isFrom(query.after, folders.handedOverAt, folders.id),
      ),
    )
    .orderBy(desc(folders.handedOverAt), desc(folders.id))
    .limit(query.limit);
}

/** What was made from templates. */
export async function listTimelineDocuments(db: Db, query: TimelineQuery): Promise<TimelineDocumentRow[]> {
  const { documents, folders } = db.t;
  return db.q
    .select({
      id: documents.id,
      kind: documents.kind,
      number: documents.number,
      title: documents.title,
      madeBy: documents.madeBy,
      madeAt: documents.madeAt,
      folder: {
        id: folders.id,
        number: folders.number,
        handedOverBy: folders.handedOverBy,
        takenBy: folders.takenBy,
        salesManagerId: folders.salesManagerId,
      },
    })
    .from(documents)
    .leftJoin(folders, eq(folders.id, documents.folderId))
    .where(
      and(
        eq(documents.counterpartyId, query.counterpartyId),
        isFrom(query.after, documents.madeAt, documents.id),
      ),
    )
    .orderBy(desc(documents.madeAt), desc(documents.id))
    .limit(query.limit);
}

/** How the fields of the card were changed. */
export async function listTimelineChanges(db: Db, query: TimelineQuery): Promise<ChangeRow[]> {
  const { changes } = db.t;
  return db.q
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.noun, 'counterparty'),
        eq(changes.nounId, query.counterpartyId),
        isFrom(query.after, changes.at, changes.id),
      ),
    )
    .orderBy(desc(changes.at), desc(changes.id))
    .limit(query.limit);
}

/** What is still to be done for the card, soonest first. */
export async function listPlannedOfCounterparty(
  db: Db,
  counterpartyId: string,
  { after, limit }: PageAfter,
): Promise<NextReactionRow[]> {
  const next = db.t.nextReactions;
  const order = inTimeOrder(next.dueAt, next.id, 'oldest', after);
  return db.q
    .select()
    .from(next)
    .where(and(eq(next.counterpartyId, counterpartyId), isNull(next.endedAt), order.after))
    .orderBy(...order.by)
    .limit(limit);
}

function isFrom(place: TimelinePlace | undefined, at: SQLiteColumn, id: SQLiteColumn): SQL | undefined {
  if (!place) return undefined;
  if (place.ids === 'none') return lt(at, place.at);
  if (place.ids === 'all') return lte(at, place.at);
  return and(lte(at, place.at), or(lt(at, place.at), lt(id, place.ids.before)));
}
