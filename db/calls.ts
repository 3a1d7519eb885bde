import { and, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import { locked } from './lock';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

export type CallRow = Db['t']['calls']['$inferSelect'];
export type NewCall = Db['t']['calls']['$inferInsert'];

/** False when the line announced this call before. */
export async function insertCall(db: Db, row: NewCall): Promise<boolean> {
  const { calls } = db.t;
  const insert = prepared(db, 'insertCall', () =>
    db.q.insert(calls).values(anyRow(calls)).onConflictDoNothing().returning({ id: calls.id }),
  );
  return (await insert.execute(wholeRow(calls, row))).length > 0;
}

export async function getCall(db: Db, id: string): Promise<CallRow | null> {
  const { calls } = db.t;
  const select = prepared(db, 'getCall', () =>
    db.q
      .select()
      .from(calls)
      .where(eq(calls.id, sql.placeholder('id'))),
  );
  const [row] = await select.execute({ id });
  return row ?? null;
}

/** For a change: nobody else changes the call until the transaction ends. */
export async function getCallForUpdate(db: Db, id: string): Promise<CallRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.calls).where(eq(db.t.calls.id, id)));
  return row ?? null;
}

export async function getCallBySidForUpdate(db: Db, callSid: string): Promise<CallRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.calls).where(eq(db.t.calls.callSid, callSid)));
  return row ?? null;
}

export async function listCallsByIds(db: Db, ids: readonly string[]): Promise<CallRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.calls)
    .where(inArray(db.t.calls.id, [...ids]));
}

export async function findCallBySid(db: Db, callSid: string): Promise<CallRow | null> {
  const [row] = await db.q.select().from(db.t.calls).where(eq(db.t.calls.callSid, callSid));
  return row ?? null;
}

export async function updateCall(db: Db, id: string, change: Partial<Omit<CallRow, 'id'>>): Promise<void> {
  await db.q.update(db.t.calls).set(change).where(eq(db.t.calls.id, id));
}

/** Whether another call of the same caller that came at that moment or later was answered. */
export async function hasLaterAnsweredCall(db: Db, call: CallRow): Promise<boolean> {
  const calls = db.t.calls;
  const isOfCaller =
    call.callerE164 === null
      ? and(isNull(calls.callerE164), eq(calls.callerText, call.callerText))
      : eq(calls.callerE164, call.callerE164);
  const rows = await db.q
    .select({ answeredAt: calls.answeredAt })
    .from(calls)
    .where(and(isOfCaller, gte(calls.arrivedAt, call.arrivedAt), ne(calls.id, call.id)));
  return rows.some((row) => row.answeredAt !== null);
}

/** The call in which somebody of ours has this number on the line, or calls it. */
export async function findOpenCallWith(db: Db, callerE164: string): Promise<CallRow | null> {
  const calls = db.t.calls;
  const [row] = await db.q
    .select()
    .from(calls)
    .where(and(isNull(calls.endedAt), eq(calls.callerE164, callerE164)))
    .limit(1);
  return row ?? null;
}
