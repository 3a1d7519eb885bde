import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { CallRow } from './calls';
import type { Db } from './store';

/** Calls placed about one of these subjects that are not over: on the line, or their conversation still to be finished. */
export async function listCallsAbout(db: Db, subjectIds: readonly string[]): Promise<CallRow[]> {
  if (subjectIds.length === 0) return [];
  const calls = db.t.calls;
  const isAbout = inArray(calls.subjectId, [...subjectIds]);
  const isUnfinished = and(isNotNull(calls.unfinishedSince), isNull(calls.finishedAt));
  const found = await Promise.all(
    [isNull(calls.endedAt), isUnfinished].map((way) => db.q.select().from(calls).where(and(isAbout, way))),
  );
  return [...new Map(found.flat().map((call) => [call.id, call])).values()];
}

/** Calls placed about one subject, the newest first. */
export async function listCallsOfSubject(db: Db, subjectId: string, limit: number): Promise<CallRow[]> {
  const calls = db.t.calls;
  return db.q
    .select()
    .from(calls)
    .where(eq(calls.subjectId, subjectId))
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(limit);
}
