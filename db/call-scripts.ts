import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { locked } from './lock';
import type { Db } from './store';

export type CallScriptRun = Db['t']['callScriptRuns']['$inferSelect'];
export type CallScriptEventRow = Db['t']['callScriptEvents']['$inferSelect'];
export type WordingRow = Db['t']['wordings']['$inferSelect'];

export async function insertCallScriptRun(db: Db, row: CallScriptRun): Promise<void> {
  await db.q.insert(db.t.callScriptRuns).values(row);
}

export async function getCallScriptRun(db: Db, callId: string): Promise<CallScriptRun | null> {
  const runs = db.t.callScriptRuns;
  const query = db.q.select().from(runs).where(eq(runs.callId, callId));
  const [row] = await (db.isTransaction ? locked(db, query) : query);
  return row ?? null;
}

/** Of these calls, the runs that cannot be read. */
export async function listQuarantinedCallScriptRuns(
  db: Db,
  callIds: readonly string[],
): Promise<CallScriptRun[]> {
  if (callIds.length === 0) return [];
  const runs = db.t.callScriptRuns;
  return db.q
    .select()
    .from(runs)
    .where(and(inArray(runs.callId, [...callIds]), eq(runs.status, 'quarantined')));
}

export async function updateCallScriptRun(
  db: Db,
  callId: string,
  changes: Partial<Omit<CallScriptRun, 'callId' | 'version'>>,
): Promise<void> {
  const runs = db.t.callScriptRuns;
  await db.q
    .update(runs)
    .set({ ...changes, version: sql`${runs.version} + 1` })
    .where(eq(runs.callId, callId));
}

export async function insertCallScriptEvent(db: Db, row: Omit<CallScriptEventRow, 'id'>): Promise<void> {
  await db.q.insert(db.t.callScriptEvents).values(row);
}

export async function listCallScriptEvents(db: Db, callId: string): Promise<CallScriptEventRow[]> {
  const events = db.t.callScriptEvents;
  return db.q.select().from(events).where(eq(events.callId, callId)).orderBy(asc(events.id));
}

/** False when this version was published before. */
export async function insertWording(db: Db, row: WordingRow): Promise<boolean> {
  const inserted = await db.q
    .insert(db.t.wordings)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: db.t.wordings.version });
  return inserted.length > 0;
}

export async function getWording(db: Db, scriptId: string, version: number): Promise<WordingRow | null> {
  const wordings = db.t.wordings;
  const [row] = await db.q
    .select()
    .from(wordings)
    .where(and(eq(wordings.scriptId, scriptId), eq(wordings.version, version)));
  return row ?? null;
}

export type WordingFilter = { before?: number; limit?: number };

/** Newest first. */
export async function listWordings(
  db: Db,
  scriptId: string,
  { before, limit = 50 }: WordingFilter = {},
): Promise<WordingRow[]> {
  const wordings = db.t.wordings;
  const isOfScript = eq(wordings.scriptId, scriptId);
  return db.q
    .select()
    .from(wordings)
    .where(before === undefined ? isOfScript : and(isOfScript, lt(wordings.version, before)))
    .orderBy(desc(wordings.version))
    .limit(limit);
}

export type UnlistedAnswerFilter = { step?: string; before?: number; limit: number };

/** What callers said that no answer of the step lists, newest first. */
export async function listUnlistedAnswers(
  db: Db,
  scriptId: string,
  { step, before, limit }: UnlistedAnswerFilter,
): Promise<CallScriptEventRow[]> {
  const { callScriptEvents: events, callScriptRuns: runs } = db.t;
  const rows = await db.q
    .select({ event: events })
    .from(events)
    .innerJoin(runs, eq(runs.callId, events.callId))
    .where(
      and(
        isUnlistedAnswer(db),
        eq(runs.scriptId, scriptId),
        step === undefined ? undefined : eq(events.step, step),
        before === undefined ? undefined : lt(events.id, before),
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit);
  return rows.map(({ event }) => event);
}

/** How many of them each step has; a step without any is left out. */
export async function countUnlistedAnswers(
  db: Db,
  scriptId: string,
): Promise<{ step: string; count: number }[]> {
  const { callScriptEvents: events, callScriptRuns: runs } = db.t;
  return db.q
    .select({ step: events.step, count: sql<number>`count(*)`.mapWith(Number) })
    .from(events)
    .innerJoin(runs, eq(runs.callId, events.callId))
    .where(and(isUnlistedAnswer(db), eq(runs.scriptId, scriptId)))
    .groupBy(events.step);
}

/** Written as the index `call_script_events_unlisted` writes it, without a parameter, or it would not be used. */
function isUnlistedAnswer({ t: { callScriptEvents: events } }: Db) {
  return and(sql`${events.event} ->> 'type' = 'caller.saidSomethingElse'`, isNull(events.refused));
}
