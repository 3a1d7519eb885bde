import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { Db } from './store';

export type CallMeasureRow = Db['t']['callMeasures']['$inferSelect'];
export type LegMeasureRow = Db['t']['legMeasures']['$inferSelect'];
export type StepMeasureRow = Db['t']['stepMeasures']['$inferSelect'];
export type ScriptStayRow = Db['t']['scriptStays']['$inferSelect'];
export type ConversationFactsRow = Db['t']['conversationFacts']['$inferSelect'];
/** `call`: null of one that we placed, which adds nothing but people's time on the line. `facts`: null without a conversation. */
export type MeasuredCall = {
  callId: string;
  call: CallMeasureRow | null;
  legs: LegMeasureRow[];
  steps: StepMeasureRow[];
  stays: ScriptStayRow[];
  facts: ConversationFactsRow | null;
};

/** Inserts or replaces what one call adds to the reports. */
export async function updateMeasuredCall(
  db: Db,
  { callId, call, legs, steps, stays, facts }: MeasuredCall,
): Promise<void> {
  const { callMeasures, legMeasures, stepMeasures, scriptStays, conversationFacts } = db.t;
  if (call) {
    const { callId: _, ...values } = call;
    await db.q
      .insert(callMeasures)
      .values(call)
      .onConflictDoUpdate({ target: callMeasures.callId, set: values });
  }
  await db.q.delete(legMeasures).where(eq(legMeasures.callId, callId));
  if (legs.length > 0) await db.q.insert(legMeasures).values(legs);
  await db.q.delete(stepMeasures).where(eq(stepMeasures.callId, callId));
  if (steps.length > 0) await db.q.insert(stepMeasures).values(steps);
  await db.q.delete(scriptStays).where(eq(scriptStays.callId, callId));
  if (stays.length > 0) await db.q.insert(scriptStays).values(stays);
  await db.q.delete(conversationFacts).where(eq(conversationFacts.callId, callId));
  if (facts) await db.q.insert(conversationFacts).values(facts);
}

/** Calls judged long ago or lately, in the order of their arrival, after that one. */
export async function listJudgedCalls(
  db: Db,
  after: { arrivedAt: number; id: string },
  limit: number,
): Promise<{ id: string; arrivedAt: number }[]> {
  const { calls } = db.t;
  return db.q
    .select({ id: calls.id, arrivedAt: calls.arrivedAt })
    .from(calls)
    .where(
      and(
        isNotNull(calls.outcomeDecidedAt),
        or(
          gt(calls.arrivedAt, after.arrivedAt),
          and(eq(calls.arrivedAt, after.arrivedAt), gt(calls.id, after.id)),
        ),
      ),
    )
    .orderBy(asc(calls.arrivedAt), asc(calls.id))
    .limit(limit);
}
