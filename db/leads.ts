import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { dayMs } from '@/lib/domain/duration';
import { locked } from './lock';
import type { Db } from './store';

export type LeadRow = Db['t']['leads']['$inferSelect'];
export type LeadOfferRow = Db['t']['leadOffers']['$inferSelect'];

export async function insertLead(db: Db, row: LeadRow): Promise<void> {
  await db.q.insert(db.t.leads).values(row);
}

export async function getLead(db: Db, id: string): Promise<LeadRow | null> {
  const [row] = await db.q.select().from(db.t.leads).where(eq(db.t.leads.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getLeadLocked(db: Db, id: string): Promise<LeadRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.leads).where(eq(db.t.leads.id, id)));
  return row ?? null;
}

export async function findLeadOfNextReaction(db: Db, nextReactionId: string): Promise<LeadRow | null> {
  const [row] = await db.q.select().from(db.t.leads).where(eq(db.t.leads.nextReactionId, nextReactionId));
  return row ?? null;
}

export async function findOpenLeadOfCall(db: Db, callId: string): Promise<LeadRow | null> {
  const leads = db.t.leads;
  const [row] = await db.q
    .select()
    .from(leads)
    .where(and(eq(leads.callId, callId), isNull(leads.endedAt)))
    .orderBy(desc(leads.createdAt))
    .limit(1);
  return row ?? null;
}

export async function listLeadsOfNextReactions(db: Db, ids: readonly string[]): Promise<LeadRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.leads)
    .where(inArray(db.t.leads.nextReactionId, [...ids]));
}

export async function updateLead(db: Db, id: string, change: Partial<Omit<LeadRow, 'id'>>): Promise<void> {
  await db.q.update(db.t.leads).set(change).where(eq(db.t.leads.id, id));
}

/** Takes the lead if nobody has; null when somebody was first, or it has ended. */
export async function updateLeadAccepted(
  db: Db,
  id: string,
  by: { employeeId: string; now: number },
): Promise<LeadRow | null> {
  const leads = db.t.leads;
  const [row] = await db.q
    .update(leads)
    .set({ acceptedAt: by.now, acceptedBy: by.employeeId, version: sql`${leads.version} + 1` })
    .where(and(eq(leads.id, id), isNull(leads.acceptedAt), isNull(leads.endedAt)))
    .returning();
  return row ?? null;
}

/** Nobody has accepted them: first those in their minute, then the escalated ones, the soonest due first. */
export async function listWaitingLeads(db: Db, departmentId: string, limit: number): Promise<LeadRow[]> {
  const leads = db.t.leads;
  return db.q
    .select()
    .from(leads)
    .where(and(eq(leads.departmentId, departmentId), isNull(leads.endedAt), isNull(leads.acceptedAt)))
    .orderBy(sql`${leads.escalatedAt} is not null`, asc(leads.dueAt), asc(leads.id))
    .limit(limit);
}

/** Accepted and not yet ended, the soonest due first. */
export async function listAcceptedLeads(db: Db, departmentId: string, limit: number): Promise<LeadRow[]> {
  const leads = db.t.leads;
  return db.q
    .select()
    .from(leads)
    .where(and(eq(leads.departmentId, departmentId), isNull(leads.endedAt), isNotNull(leads.acceptedAt)))
    .orderBy(asc(leads.dueAt), asc(leads.id))
    .limit(limit);
}

/** The longest a lead waits to be accepted and is still found among those accepted lately. */
const longestWaitMs = 30 * dayMs;

/** Those accepted since then (epoch ms), with when their minute began; of leads that arrived a month before it or later. */
export async function listLeadsAcceptedSince(
  db: Db,
  departmentId: string,
  since: number,
  limit: number,
): Promise<{ lead: LeadRow; startedAt: number }[]> {
  const { leads, nextReactions } = db.t;
  return db.q
    .select({ lead: leads, startedAt: nextReactions.startedAt })
    .from(leads)
    .innerJoin(nextReactions, eq(nextReactions.id, leads.nextReactionId))
    .where(
      and(
        eq(leads.departmentId, departmentId),
        gte(leads.createdAt, since - longestWaitMs),
        gte(leads.acceptedAt, since),
      ),
    )
    .orderBy(desc(leads.createdAt), desc(leads.id))
    .limit(limit);
}

export async function insertLeadOffers(db: Db, rows: LeadOfferRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.leadOffers).values(rows).onConflictDoNothing();
}

/** The lead is offered anew. */
export async function deleteLeadOffers(db: Db, leadId: string): Promise<void> {
  await db.q.delete(db.t.leadOffers).where(eq(db.t.leadOffers.leadId, leadId));
}

export async function updateLeadOfferDeclined(
  db: Db,
  offer: { leadId: string; employeeId: string; declinedAt: number; declineReason: string },
): Promise<void> {
  const { leadOffers } = db.t;
  await db.q
    .update(leadOffers)
    .set({ declinedAt: offer.declinedAt, declineReason: offer.declineReason })
    .where(and(eq(leadOffers.leadId, offer.leadId), eq(leadOffers.employeeId, offer.employeeId)));
}

export async function listLeadOffers(db: Db, leadIds: readonly string[]): Promise<LeadOfferRow[]> {
  if (leadIds.length === 0) return [];
  const offers = db.t.leadOffers;
  return db.q
    .select()
    .from(offers)
    .where(inArray(offers.leadId, [...leadIds]))
    .orderBy(asc(offers.offeredAt), asc(offers.employeeId));
}

/** Who of a department chose to be available and whose console has been heard of since. */
export async function listReachableEmployeeIds(
  db: Db,
  departmentId: string,
  heardSince: number,
): Promise<string[]> {
  const { employees, presences, liveConnections } = db.t;
  const rows = await db.q
    .selectDistinct({ id: employees.id })
    .from(employees)
    .innerJoin(presences, eq(presences.employeeId, employees.id))
    .innerJoin(liveConnections, eq(liveConnections.employeeId, employees.id))
    .where(
      and(
        eq(employees.departmentId, departmentId),
        isNull(employees.disabledAt),
        eq(presences.chosen, 'available'),
        gte(liveConnections.lastSeenAt, heardSince),
      ),
    )
    .orderBy(asc(employees.id));
  return rows.map((row) => row.id);
}
