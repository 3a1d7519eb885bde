import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
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

/** For a change: nobody else changes the row until the transaction ends. */
export async function getComplaintLocked(db: Db, id: string): Promise<ComplaintRow | null> {
  const query = db.q.select().from(db.t.complaints).where(eq(db.t.complaints.id, id));
  const [row] = await locked(db, query);
  return row ?? null;
}

export async function findComplaintOfReaction(db: Db, reactionId: string): Promise<ComplaintRow | null> {
  const { complaints } = db.t;
  const [row] = await db.q.select().from(complaints).where(eq(complaints.reactionId, reactionId));
  return row ?? null;
}

export async function updateComplaint(
  db: Db,
  id: string,
  change: Partial<Omit<ComplaintRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.complaints).set(change).where(eq(db.t.complaints.id, id));
}

/** Newest first. */
export async function listComplaints(
  db: Db,
  query: {
    state?: ComplaintState;
    departmentId?: string;
    after?: { createdAt: number; id: string };
    limit: number;
  },
): Promise<ComplaintRow[]> {
  const { complaints } = db.t;
  const { after } = query;
  return db.q
    .select()
    .from(complaints)
    .where(
      and(
        query.state === undefined ? undefined : eq(complaints.state, query.state),
        query.departmentId === undefined ? undefined : eq(complaints.departmentId, query.departmentId),
        after &&
          and(
            lte(complaints.createdAt, after.createdAt),
            or(lt(complaints.createdAt, after.createdAt), lt(complaints.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(complaints.createdAt), desc(complaints.id))
    .limit(query.limit);
}

/** How many stand in each state. */
export async function countComplaints(
  db: Db,
  departmentId?: string,
): Promise<Partial<Record<ComplaintState, number>>> {
  const { complaints } = db.t;
  const rows = await db.q
    .select({ state: complaints.state, count: sql<number>`count(*)`.mapWith(Number) })
    .from(complaints)
    .where(departmentId === undefined ? undefined : eq(complaints.departmentId, departmentId))
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

/** Which of these clients complained before that instant (epoch ms) and were not answered for good by then. */
export async function listCounterpartiesComplaining(
  db: Db,
  counterpartyIds: readonly string[],
  at: number,
): Promise<Set<string>> {
  if (counterpartyIds.length === 0) return new Set();
  const { complaints } = db.t;
  const rows = await db.q
    .selectDistinct({ id: complaints.counterpartyId })
    .from(complaints)
    .where(
      and(
        inArray(complaints.counterpartyId, [...counterpartyIds]),
        lt(complaints.createdAt, at),
        or(isNull(complaints.closedAt), gt(complaints.closedAt, at)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

export async function listOpenComplaintsOwnedBy(db: Db, ownerId: string): Promise<ComplaintRow[]> {
  const { complaints } = db.t;
  return db.q
    .select()
    .from(complaints)
    .where(and(eq(complaints.ownerId, ownerId), isNull(complaints.closedAt)));
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
