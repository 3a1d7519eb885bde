import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { DeadlineKind } from '@/lib/domain/deadlines/deadline';
import { anyRow, prepared, wholeRow } from './prepared';
import type { Db } from './store';

export type DeadlineRow = Db['t']['deadlines']['$inferSelect'];

/** Sets a deadline; setting the same one again changes nothing. */
export async function insertDeadline(
  db: Db,
  row: { id: string; kind: DeadlineKind; subjectId: string; generation: number; dueAt: number },
): Promise<void> {
  const { deadlines } = db.t;
  const insert = prepared(db, 'insertDeadline', () =>
    db.q.insert(deadlines).values(anyRow(deadlines)).onConflictDoNothing(),
  );
  await insert.execute(wholeRow(deadlines, row));
}

/** Ends the open deadlines of that kind without firing them. */
export async function withdrawDeadlines(
  db: Db,
  kind: DeadlineKind,
  subjectId: string,
  now: number,
): Promise<void> {
  const deadlines = db.t.deadlines;
  await db.q
    .update(deadlines)
    .set({ endedAt: now, outcome: 'withdrawn' })
    .where(and(eq(deadlines.kind, kind), eq(deadlines.subjectId, subjectId), isNull(deadlines.endedAt)));
}

/** Ends all open deadlines of these kinds without firing them. */
export async function withdrawDeadlinesOfKinds(
  db: Db,
  kinds: readonly DeadlineKind[],
  subjectId: string,
  now: number,
): Promise<void> {
  const deadlines = db.t.deadlines;
  await db.q
    .update(deadlines)
    .set({ endedAt: now, outcome: 'withdrawn' })
    .where(
      and(inArray(deadlines.kind, [...kinds]), eq(deadlines.subjectId, subjectId), isNull(deadlines.endedAt)),
    );
}

/** Lets deadlines that were withdrawn fire when they are due after all. */
export async function updateDeadlinesReopened(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const deadlines = db.t.deadlines;
  await db.q
    .update(deadlines)
    .set({ endedAt: null, outcome: null })
    .where(and(inArray(deadlines.id, [...ids]), eq(deadlines.outcome, 'withdrawn')));
}

/** Due and not fired, the longest due first. */
export async function listDueDeadlines(
  db: Db,
  now: number,
  limit: number,
  subjectId?: string,
): Promise<DeadlineRow[]> {
  const deadlines = db.t.deadlines;
  return db.q
    .select()
    .from(deadlines)
    .where(
      and(
        isNull(deadlines.endedAt),
        lte(deadlines.dueAt, now),
        subjectId === undefined ? undefined : eq(deadlines.subjectId, subjectId),
      ),
    )
    .orderBy(asc(deadlines.dueAt), asc(deadlines.id))
    .limit(limit);
}

export async function listOpenDeadlines(db: Db, subjectId: string): Promise<DeadlineRow[]> {
  const deadlines = db.t.deadlines;
  return db.q
    .select()
    .from(deadlines)
    .where(and(eq(deadlines.subjectId, subjectId), isNull(deadlines.endedAt)))
    .orderBy(asc(deadlines.dueAt), asc(deadlines.id));
}

/** Those of these kinds alone, by their ids. */
export async function listOpenDeadlineIdsOfKinds(
  db: Db,
  kinds: readonly DeadlineKind[],
  subjectId: string,
): Promise<string[]> {
  const deadlines = db.t.deadlines;
  const rows = await db.q
    .select({ id: deadlines.id })
    .from(deadlines)
    .where(
      and(inArray(deadlines.kind, [...kinds]), eq(deadlines.subjectId, subjectId), isNull(deadlines.endedAt)),
    );
  return rows.map(({ id }) => id);
}

/** The one statement that lets a deadline fire: false when it fired or was withdrawn before. */
export async function updateDeadlineFired(db: Db, id: string, now: number): Promise<boolean> {
  const deadlines = db.t.deadlines;
  const fired = await db.q
    .update(deadlines)
    .set({ endedAt: now, outcome: 'fired' })
    .where(and(eq(deadlines.id, id), isNull(deadlines.endedAt), lte(deadlines.dueAt, now)))
    .returning({ id: deadlines.id });
  return fired.length > 0;
}
