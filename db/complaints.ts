import { and, asc, desc, eq, gt, inArray, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import {
  type ComplaintState,
  type OpenComplaintState,
  openComplaintStates,
} from '@/lib/domain/complaints/complaint';
import { listFormerValues } from './changes';
import { type ComplaintFilter, isAnswerOwed, narrowedBy, waysTo } from './complaint-filter';
import { inTimeOrder } from './in-time-order';
import { isAmong } from './is-among';
import { locked } from './lock';
import type { Db } from './store';

export type ComplaintRow = Db['t']['complaints']['$inferSelect'];
export type ComplaintCallRow = Db['t']['complaintCalls']['$inferSelect'];

export async function insertComplaint(db: Db, row: ComplaintRow): Promise<void> {
  await db.q.insert(db.t.complaints).values(row);
}

export async function getComplaint(db: Db, id: string): Promise<ComplaintRow | null> {
  const [row] = await db.q.select().from(db.t.complaints).where(eq(db.t.complaints.id, id));
  return row ?? null;
}

export async function findComplaintOfNumber(db: Db, number: number): Promise<ComplaintRow | null> {
  const [row] = await db.q.select().from(db.t.complaints).where(eq(db.t.complaints.number, number));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getComplaintLocked(db: Db, id: string): Promise<ComplaintRow | null> {
  const query = db.q.select().from(db.t.complaints).where(eq(db.t.complaints.id, id));
  const [row] = await locked(db, query);
  return row ?? null;
}

/** The complaint that was taken down in a call about that round. */
export async function findComplaintOfTalk(
  db: Db,
  { roundId, callId }: { roundId: string; callId: string },
): Promise<ComplaintRow | null> {
  const { complaints } = db.t;
  const [row] = await db.q
    .select()
    .from(complaints)
    .where(and(eq(complaints.roundId, roundId), eq(complaints.callId, callId)));
  return row ?? null;
}

export async function updateComplaint(
  db: Db,
  id: string,
  change: Partial<Omit<ComplaintRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.complaints).set(change).where(eq(db.t.complaints.id, id));
}

/** Whose complaints. */
export type ComplaintsOf = NonNullable<ComplaintFilter['of']>;

/** Newest first; when asked so, those that wait for the answer, the nearest deadline first. */
export async function listComplaints(
  db: Db,
  query: ComplaintFilter & {
    state?: ComplaintState;
    isByDeadline: boolean;
    after?: { at: number; id: string };
    limit: number;
  },
): Promise<ComplaintRow[]> {
  const { complaints } = db.t;
  const { state, isByDeadline } = query;
  const time = isByDeadline ? 'dueAt' : 'createdAt';
  const order = inTimeOrder(complaints[time], complaints.id, isByDeadline ? 'oldest' : 'newest', query.after);
  const found = await Promise.all(
    waysTo(db, query).map((way) =>
      db.q
        .select()
        .from(complaints)
        .where(
          and(
            state && eq(complaints.state, state),
            way,
            isByDeadline ? isAnswerOwed(db) : undefined,
            ...narrowedBy(db, query),
            order.after,
          ),
        )
        .orderBy(...order.by)
        .limit(query.limit),
    ),
  );
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  const sign = isByDeadline ? 1 : -1;
  return [...rows.values()]
    .sort((one, other) => sign * (one[time] - other[time] || (one.id < other.id ? -1 : 1)))
    .slice(0, query.limit);
}

/** How many stand in each state; those that are closed grow for ever and are not counted. */
export async function countOpenComplaints(
  db: Db,
  filter: ComplaintFilter = {},
): Promise<Partial<Record<OpenComplaintState, number>>> {
  const { complaints } = db.t;
  const rows = await db.q
    .select({ state: complaints.state, count: sql<number>`count(*)`.mapWith(Number) })
    .from(complaints)
    .where(
      and(
        inArray(complaints.state, [...openComplaintStates]),
        or(...waysTo(db, filter)),
        ...narrowedBy(db, filter),
      ),
    )
    .groupBy(complaints.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Newest first. */
export async function listComplaintsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<ComplaintRow[]> {
  if (counterpartyIds.length === 0) return [];
  const { complaints } = db.t;
  return db.q
    .select()
    .from(complaints)
    .where(inArray(complaints.counterpartyId, [...counterpartyIds]))
    .orderBy(desc(complaints.createdAt), desc(complaints.id));
}

/** Which of these clients had an open complaint at that instant (epoch ms), whatever became of it since. */
export async function listCounterpartiesComplaining(
  db: Db,
  counterpartyIds: readonly string[],
  at: number,
): Promise<Set<string>> {
  if (counterpartyIds.length === 0) return new Set();
  const { complaints } = db.t;
  const rows = await db.q
    .select({ id: complaints.id, counterpartyId: complaints.counterpartyId })
    .from(complaints)
    .where(
      and(
        isAmong(db, complaints.counterpartyId, counterpartyIds),
        lte(complaints.createdAt, at),
        or(isNull(complaints.closedAt), gt(complaints.closedAt, at)),
      ),
    );
  const nounIds = rows.map(({ id }) => id);
  const closedAt = await listFormerValues(db, { noun: 'complaint', nounIds, field: 'closedAt', at });
  return new Set(rows.filter(({ id }) => !closedAt.get(id)).map(({ counterpartyId }) => counterpartyId));
}

/** For a change: nobody else changes the rows until the transaction ends. */
export async function listOpenComplaintsOwnedByLocked(db: Db, ownerId: string): Promise<ComplaintRow[]> {
  const { complaints } = db.t;
  const query = db.q
    .select()
    .from(complaints)
    .where(and(eq(complaints.ownerId, ownerId), isNull(complaints.closedAt)))
    .orderBy(asc(complaints.id));
  return locked(db, query);
}

/** How many are open of each of these people. */
export async function countOpenComplaintsByOwner(
  db: Db,
  ownerIds: readonly string[],
): Promise<Map<string, number>> {
  if (ownerIds.length === 0) return new Map();
  const { complaints } = db.t;
  const rows = await db.q
    .select({ id: complaints.ownerId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(complaints)
    .where(and(inArray(complaints.ownerId, [...ownerIds]), isNull(complaints.closedAt)))
    .groupBy(complaints.ownerId);
  return new Map(rows.map(({ id, count }) => [id!, count]));
}

/** Those whose client waits for the answer without a deadline that says so. */
export async function listUnwatchedComplaints(db: Db, now: number, limit: number): Promise<ComplaintRow[]> {
  const { complaints, deadlines } = db.t;
  const watched = db.q
    .select({ id: deadlines.id })
    .from(deadlines)
    .where(and(eq(deadlines.kind, 'complaint'), eq(deadlines.subjectId, complaints.id)));
  return db.q
    .select()
    .from(complaints)
    .where(and(isAnswerOwed(db), gt(complaints.dueAt, now), notExists(watched)))
    .orderBy(asc(complaints.dueAt), asc(complaints.id))
    .limit(limit);
}

/** Found by its client, whose complaints are few. */
export async function listOpenComplaintsOfAppeal(
  db: Db,
  { id, counterpartyId }: { id: string; counterpartyId: string },
): Promise<ComplaintRow[]> {
  const { complaints } = db.t;
  return db.q
    .select()
    .from(complaints)
    .where(
      and(
        eq(complaints.counterpartyId, counterpartyId),
        eq(complaints.appealId, id),
        isNull(complaints.closedAt),
      ),
    )
    .orderBy(asc(complaints.createdAt));
}

export async function insertComplaintReaction(
  db: Db,
  row: Db['t']['complaintReactions']['$inferSelect'],
): Promise<void> {
  await db.q.insert(db.t.complaintReactions).values(row);
}

/** Those beside the reaction that took it down. */
export async function listComplaintReactionIds(db: Db, complaintId: string): Promise<string[]> {
  const { complaintReactions } = db.t;
  const rows = await db.q
    .select({ id: complaintReactions.reactionId })
    .from(complaintReactions)
    .where(eq(complaintReactions.complaintId, complaintId));
  return rows.map(({ id }) => id);
}

export async function insertComplaintCall(db: Db, row: ComplaintCallRow): Promise<void> {
  await db.q.insert(db.t.complaintCalls).values(row);
}

/** Oldest first. */
export async function listComplaintCalls(db: Db, complaintId: string): Promise<ComplaintCallRow[]> {
  const { complaintCalls } = db.t;
  return db.q
    .select()
    .from(complaintCalls)
    .where(eq(complaintCalls.complaintId, complaintId))
    .orderBy(asc(complaintCalls.at), asc(complaintCalls.id));
}
