import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from './store';

export type CallSupervisionRow = Db['t']['callSupervisions']['$inferSelect'];
export type NewCallSupervision = Db['t']['callSupervisions']['$inferInsert'];

export async function insertCallSupervision(db: Db, row: NewCallSupervision): Promise<void> {
  await db.q.insert(db.t.callSupervisions).values(row);
}

export async function getCallSupervision(
  db: Db,
  callId: string,
  generation: number,
): Promise<CallSupervisionRow | null> {
  const t = db.t.callSupervisions;
  const [row] = await db.q
    .select()
    .from(t)
    .where(and(eq(t.callId, callId), eq(t.generation, generation)));
  return row ?? null;
}

/** Everybody who was in the conversation of a call, the first one first. */
export async function listCallSupervisions(db: Db, callId: string): Promise<CallSupervisionRow[]> {
  const t = db.t.callSupervisions;
  return db.q.select().from(t).where(eq(t.callId, callId)).orderBy(asc(t.generation));
}

/** The conversation a person was in last. */
export async function findLastSupervisionBy(db: Db, employeeId: string): Promise<CallSupervisionRow | null> {
  const t = db.t.callSupervisions;
  const [row] = await db.q
    .select()
    .from(t)
    .where(eq(t.employeeId, employeeId))
    .orderBy(desc(t.startedAt))
    .limit(1);
  return row ?? null;
}

export async function updateCallSupervision(
  db: Db,
  callId: string,
  generation: number,
  change: Partial<Omit<CallSupervisionRow, 'callId' | 'generation'>>,
): Promise<void> {
  const t = db.t.callSupervisions;
  await db.q
    .update(t)
    .set(change)
    .where(and(eq(t.callId, callId), eq(t.generation, generation)));
}
