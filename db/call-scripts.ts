import { and, asc, desc, eq, exists, getTableColumns, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
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

export type PastRun = Omit<CallScriptRun, 'snapshot'>;

/** Runs of a script that began since then (epoch ms), in the order of their beginning, after that one; without their snapshots. */
export async function listPastRuns(
  db: Db,
  { scriptId, since }: { scriptId: string; since: number },
  { after, limit }: PageAfter,
): Promise<PastRun[]> {
  const runs = db.t.callScriptRuns;
  const { snapshot: _, ...columns } = getTableColumns(runs);
  const order = inTimeOrder(runs.startedAt, runs.callId, 'oldest', after);
  return db.q
    .select(columns)
    .from(runs)
    .where(and(eq(runs.scriptId, scriptId), gte(runs.startedAt, since), order.after))
    .orderBy(...order.by)
    .limit(limit);
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

/** Which conversations, and of when: epoch ms, the last one is the moment after. */
export type UnlistedAnswerScope = {
  scriptId: string;
  machineVersion: number;
  wordingVersion?: number;
  from: number;
  until: number;
};

/** What callers said that no answer of the step lists, newest first. */
export async function listUnlistedAnswers(
  db: Db,
  scope: UnlistedAnswerScope,
  { step, after, limit }: { step?: string } & PageAfter<number>,
): Promise<CallScriptEventRow[]> {
  const { callScriptEvents: events } = db.t;
  const order = inTimeOrder(events.at, events.id, 'newest', after);
  return db.q
    .select()
    .from(events)
    .where(and(isSaidWithin(db, scope), step === undefined ? undefined : eq(events.step, step), order.after))
    .orderBy(...order.by)
    .limit(limit);
}

/** How many of them each step has; a step without any is left out. */
export async function countUnlistedAnswers(
  db: Db,
  scope: UnlistedAnswerScope,
): Promise<{ step: string; count: number }[]> {
  const { callScriptEvents: events } = db.t;
  return db.q
    .select({ step: events.step, count: sql<number>`count(*)`.mapWith(Number) })
    .from(events)
    .where(isSaidWithin(db, scope))
    .groupBy(events.step);
}

/** The run is looked up for each of them: joined, its own index would be walked over all time. */
function isSaidWithin(
  db: Db,
  { scriptId, machineVersion, wordingVersion, from, until }: UnlistedAnswerScope,
) {
  const { callScriptEvents: events, callScriptRuns: runs } = db.t;
  return and(
    isUnlistedAnswer(db),
    gte(events.at, from),
    lt(events.at, until),
    exists(
      db.q
        .select({ one: sql`1` })
        .from(runs)
        .where(
          and(
            eq(runs.callId, events.callId),
            eq(runs.scriptId, scriptId),
            eq(runs.machineVersion, machineVersion),
            wordingVersion === undefined ? undefined : eq(runs.wordingVersion, wordingVersion),
          ),
        ),
    ),
  );
}

/** Written as the index `call_script_events_unlisted` writes it, without a parameter, or it would not be used. */
function isUnlistedAnswer({ t: { callScriptEvents: events } }: Db) {
  return and(sql`${events.event} ->> 'type' = 'caller.saidSomethingElse'`, isNull(events.refused));
}
