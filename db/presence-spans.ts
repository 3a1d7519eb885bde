import { and, desc, eq, gt, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { Db } from './store';

export type PresenceSpanRow = Db['t']['presenceSpans']['$inferSelect'];

/** The span that goes on. */
export async function findOpenPresenceSpan(db: Db, employeeId: string): Promise<PresenceSpanRow | null> {
  const t = db.t.presenceSpans;
  const [row] = await db.q
    .select()
    .from(t)
    .where(and(eq(t.employeeId, employeeId), isNull(t.endedAt)));
  return row ?? null;
}

/** Those that go on since then or longer. */
export async function listOpenPresenceSpans(db: Db, startedUntil: number): Promise<PresenceSpanRow[]> {
  const t = db.t.presenceSpans;
  return db.q
    .select()
    .from(t)
    .where(and(isNull(t.endedAt), lte(t.startedAt, startedUntil)));
}

/** The person's time after a call that is to end later than that, if there is one. */
export async function findAfterCallSpan(
  db: Db,
  employeeId: string,
  { endsAfter, startedSince }: { endsAfter: number; startedSince: number },
): Promise<PresenceSpanRow | null> {
  const t = db.t.presenceSpans;
  const [row] = await db.q
    .select()
    .from(t)
    .where(
      and(
        eq(t.employeeId, employeeId),
        gte(t.startedAt, startedSince),
        eq(t.state, 'afterCall'),
        gt(t.endedAt, endsAfter),
      ),
    )
    .orderBy(desc(t.startedAt))
    .limit(1);
  return row ?? null;
}

export async function insertPresenceSpan(db: Db, row: PresenceSpanRow): Promise<void> {
  await db.q.insert(db.t.presenceSpans).values(row);
}

export async function updatePresenceSpanEnd(db: Db, id: string, endedAt: number): Promise<void> {
  await db.q.update(db.t.presenceSpans).set({ endedAt }).where(eq(db.t.presenceSpans.id, id));
}

/** What these people were between two moments, of spans that began at `startedSince` or later. */
export async function listPresenceSpans(
  db: Db,
  {
    employeeIds,
    startedSince,
    from,
    until,
  }: { employeeIds: readonly string[]; startedSince: number; from: number; until: number },
): Promise<PresenceSpanRow[]> {
  if (employeeIds.length === 0) return [];
  const t = db.t.presenceSpans;
  return db.q
    .select()
    .from(t)
    .where(
      and(
        gte(t.startedAt, startedSince),
        lt(t.startedAt, until),
        or(isNull(t.endedAt), gt(t.endedAt, from)),
        inArray(t.employeeId, [...employeeIds]),
      ),
    );
}
