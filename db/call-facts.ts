import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

export type CallFactRow = Db['t']['callFacts']['$inferSelect'];
export type NewCallFact = Db['t']['callFacts']['$inferInsert'];

/** False when the same fact was told before. */
export async function insertCallFact(db: Db, row: NewCallFact): Promise<boolean> {
  const { callFacts } = db.t;
  const insert = prepared(db, 'insertCallFact', () =>
    db.q
      .insert(callFacts)
      .values(anyRow(callFacts, ['id']))
      .onConflictDoNothing()
      .returning({ id: callFacts.id }),
  );
  return (await insert.execute(wholeRow(callFacts, row))).length > 0;
}

export async function findCallFact(db: Db, dedupeKey: string): Promise<CallFactRow | null> {
  const [row] = await db.q.select().from(db.t.callFacts).where(eq(db.t.callFacts.dedupeKey, dedupeKey));
  return row ?? null;
}

/** In the order in which they were applied. */
export async function listCallFacts(db: Db, callId: string): Promise<CallFactRow[]> {
  const facts = db.t.callFacts;
  return db.q.select().from(facts).where(eq(facts.callId, callId)).orderBy(asc(facts.id));
}

/** What was told of a call before the call itself, the oldest first. */
export async function listCallFactsOfNoCall(db: Db, callSid: string): Promise<CallFactRow[]> {
  const facts = db.t.callFacts;
  const select = prepared(db, 'listCallFactsOfNoCall', () =>
    db.q
      .select()
      .from(facts)
      .where(and(eq(facts.callSid, sql.placeholder('callSid')), isNull(facts.callId)))
      .orderBy(asc(facts.id)),
  );
  return select.execute({ callSid });
}
