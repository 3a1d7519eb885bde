import { and, eq, gt, inArray, isNull, lt, max } from 'drizzle-orm';
import { type BrowserPhone, browserPhones, type Heard } from '@/lib/domain/employees/presence';
import { locked } from './lock';
import type { Db } from './store';

export type PresenceRow = Db['t']['presences']['$inferSelect'];
export type LiveConnectionRow = Db['t']['liveConnections']['$inferSelect'];

/** The row, made when there is none of a person who was never here, locked until the transaction ends. */
export async function getPresenceForUpdate(db: Db, employeeId: string, since: number): Promise<PresenceRow> {
  const t = db.t.presences;
  await db.q.insert(t).values({ employeeId, chosen: 'offline', since }).onConflictDoNothing();
  const [row] = await locked(db, db.q.select().from(t).where(eq(t.employeeId, employeeId)));
  return row!;
}

export async function findPresences(db: Db, employeeIds: readonly string[]): Promise<PresenceRow[]> {
  if (employeeIds.length === 0) return [];
  return db.q
    .select()
    .from(db.t.presences)
    .where(inArray(db.t.presences.employeeId, [...employeeIds]));
}

export async function updatePresence(
  db: Db,
  employeeId: string,
  values: Partial<Omit<PresenceRow, 'employeeId'>>,
): Promise<void> {
  await db.q.update(db.t.presences).set(values).where(eq(db.t.presences.employeeId, employeeId));
}

export async function insertLiveConnection(db: Db, row: LiveConnectionRow): Promise<void> {
  await db.q.insert(db.t.liveConnections).values(row);
}

export async function getLiveConnection(db: Db, id: string): Promise<LiveConnectionRow | null> {
  const t = db.t.liveConnections;
  const [row] = await db.q.select().from(t).where(eq(t.id, id));
  return row ?? null;
}

/** Returns whether the connection was still there. */
export async function updateLiveConnectionSeen(
  db: Db,
  id: string,
  seen: { lastSeenAt: number; browserPhone: BrowserPhone },
): Promise<boolean> {
  const t = db.t.liveConnections;
  const touched = await db.q.update(t).set(seen).where(eq(t.id, id)).returning({ id: t.id });
  return touched.length > 0;
}

export async function deleteLiveConnection(db: Db, id: string): Promise<LiveConnectionRow | null> {
  const [row] = await db.q.delete(db.t.liveConnections).where(eq(db.t.liveConnections.id, id)).returning();
  return row ?? null;
}

export async function deleteLiveConnectionsOf(db: Db, employeeId: string): Promise<void> {
  await db.q.delete(db.t.liveConnections).where(eq(db.t.liveConnections.employeeId, employeeId));
}

export async function isAnySilentLiveConnection(db: Db, at: number): Promise<boolean> {
  const t = db.t.liveConnections;
  return (await db.q.select({ id: t.id }).from(t).where(lt(t.lastSeenAt, at)).limit(1)).length > 0;
}

/** Connections silent since before `at`. */
export async function deleteSilentLiveConnections(db: Db, at: number): Promise<LiveConnectionRow[]> {
  return db.q.delete(db.t.liveConnections).where(lt(db.t.liveConnections.lastSeenAt, at)).returning();
}

/** What was heard since `since` of the consoles of those of these people who have one. */
export async function listHeard(
  db: Db,
  employeeIds: readonly string[],
  since: number,
): Promise<Map<string, Heard>> {
  const heard = new Map<string, Heard>();
  if (employeeIds.length === 0) return heard;
  const t = db.t.liveConnections;
  const rows = await db.q
    .select({ employeeId: t.employeeId, lastSeenAt: t.lastSeenAt, browserPhone: t.browserPhone })
    .from(t)
    .where(and(inArray(t.employeeId, [...employeeIds]), gt(t.lastSeenAt, since)));
  for (const { employeeId, lastSeenAt, browserPhone } of rows) {
    const other = heard.get(employeeId) ?? { lastSeenAt, browserPhone };
    heard.set(employeeId, {
      lastSeenAt: Math.max(lastSeenAt, other.lastSeenAt),
      browserPhone: betterOf(browserPhone, other.browserPhone),
    });
  }
  return heard;
}

const betterOf = (one: BrowserPhone, other: BrowserPhone) =>
  browserPhones[Math.max(browserPhones.indexOf(one), browserPhones.indexOf(other))]!;

/**
 * Who of these people has a call, each since when: `talking` (they claimed one that goes on, or are in another's), `holding` (its caller hears
 * music) or `ringing` (one is offered to them).
 */
export async function findBusyEmployees(
  db: Db,
  employeeIds: readonly string[],
): Promise<{ talking: Map<string, number>; holding: Map<string, number>; ringing: Map<string, number> }> {
  if (employeeIds.length === 0) return { talking: new Map(), holding: new Map(), ringing: new Map() };
  const { calls, callClaims, callOffers, callSupervisions } = db.t;
  const claimed = await db.q
    .select({ employeeId: calls.claimedBy, since: calls.claimedAt, heldSince: calls.heldSince })
    .from(calls)
    .where(and(inArray(calls.claimedBy, [...employeeIds]), isNull(calls.endedAt)));
  const consulted = await db.q
    .select({ employeeId: calls.consultedId, since: max(callClaims.claimedAt) })
    .from(calls)
    .innerJoin(callClaims, and(eq(callClaims.callId, calls.id), eq(callClaims.employeeId, calls.consultedId)))
    .where(and(inArray(calls.consultedId, [...employeeIds]), isNull(calls.endedAt)))
    .groupBy(calls.id, calls.consultedId);
  const supervised = await db.q
    .select({ employeeId: calls.supervisedBy, since: max(callSupervisions.startedAt) })
    .from(calls)
    .innerJoin(
      callSupervisions,
      and(eq(callSupervisions.callId, calls.id), eq(callSupervisions.employeeId, calls.supervisedBy)),
    )
    .where(and(inArray(calls.supervisedBy, [...employeeIds]), isNull(calls.endedAt)))
    .groupBy(calls.id, calls.supervisedBy);
  const offered = await db.q
    .select({ employeeId: callOffers.employeeId, since: callOffers.offeredAt })
    .from(callOffers)
    .where(and(inArray(callOffers.employeeId, [...employeeIds]), isNull(callOffers.endedAt)));
  return {
    talking: earliestOf([...claimed, ...consulted, ...supervised]),
    holding: earliestOf(claimed.map(({ employeeId, heldSince }) => ({ employeeId, since: heldSince }))),
    ringing: earliestOf(offered),
  };
}

function earliestOf(
  rows: readonly { employeeId: string | null; since: number | null }[],
): Map<string, number> {
  const earliest = new Map<string, number>();
  for (const { employeeId, since } of rows) {
    if (employeeId === null || since === null) continue;
    earliest.set(employeeId, Math.min(since, earliest.get(employeeId) ?? since));
  }
  return earliest;
}
