import { and, asc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { LetterState } from '@/lib/domain/letters/letter';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type LetterRow = Db['t']['letters']['$inferSelect'];

export async function insertLetter(db: Db, row: LetterRow): Promise<void> {
  await db.q.insert(db.t.letters).values(row);
}

export async function getLetter(db: Db, id: string): Promise<LetterRow | null> {
  const [row] = await db.q.select().from(db.t.letters).where(eq(db.t.letters.id, id));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getLetterLocked(db: Db, id: string): Promise<LetterRow | null> {
  const [row] = await locked(db, db.q.select().from(db.t.letters).where(eq(db.t.letters.id, id)));
  return row ?? null;
}

export async function updateLetter(
  db: Db,
  id: string,
  change: Partial<
    Pick<LetterRow, 'state' | 'attempts' | 'nextAttemptAt' | 'startedAt' | 'sentAt' | 'problem'>
  >,
): Promise<void> {
  await db.q.update(db.t.letters).set(change).where(eq(db.t.letters.id, id));
}

/** Takes a waiting letter for one more attempt: false when another process did. */
export async function updateLetterStarted(db: Db, letter: LetterRow, startedAt: number): Promise<boolean> {
  const letters = db.t.letters;
  const started = await db.q
    .update(letters)
    .set({ state: 'sending', startedAt, attempts: letter.attempts + 1 })
    .where(isAttempt(db, letter, 'waiting', letter.attempts))
    .returning({ id: letters.id });
  return started.length > 0;
}

/** Changes a letter that is still at that attempt: false when somebody gave it up meanwhile. */
export async function updateLetterAttempt(
  db: Db,
  letter: Pick<LetterRow, 'id' | 'attempts'>,
  change: Partial<Pick<LetterRow, 'state' | 'nextAttemptAt' | 'sentAt' | 'problem'>>,
): Promise<boolean> {
  const letters = db.t.letters;
  const changed = await db.q
    .update(letters)
    .set(change)
    .where(isAttempt(db, letter, 'sending', letter.attempts))
    .returning({ id: letters.id });
  return changed.length > 0;
}

const isAttempt = (
  { t: { letters } }: Db,
  { id }: Pick<LetterRow, 'id'>,
  state: LetterState,
  attempts: number,
) => and(eq(letters.id, id), eq(letters.state, state), eq(letters.attempts, attempts));

/** What is to be sent by now, the longest due first. */
export async function listDueLetters(db: Db, now: number, limit: number): Promise<LetterRow[]> {
  const letters = db.t.letters;
  return db.q
    .select()
    .from(letters)
    .where(and(eq(letters.state, 'waiting'), lte(letters.nextAttemptAt, now)))
    .orderBy(asc(letters.nextAttemptAt))
    .limit(limit);
}

/** Taken for an attempt before then, which never ended. */
export async function listLettersBegunBefore(db: Db, before: number): Promise<LetterRow[]> {
  const letters = db.t.letters;
  return db.q
    .select()
    .from(letters)
    .where(and(eq(letters.state, 'sending'), lt(letters.startedAt, before)))
    .limit(100);
}

export async function listLettersByIds(db: Db, ids: readonly string[]): Promise<LetterRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.letters)
    .where(inArray(db.t.letters.id, [...ids]));
}

export async function listLettersOfReactions(db: Db, reactionIds: readonly string[]): Promise<LetterRow[]> {
  if (reactionIds.length === 0) return [];
  const letters = db.t.letters;
  return db.q
    .select()
    .from(letters)
    .where(inArray(letters.reactionId, [...reactionIds]));
}

/** How many letters of a person wait for their decision, counted up to `most`. */
export async function countStuckLetters(db: Db, employeeId: string, most: number): Promise<number> {
  const letters = db.t.letters;
  const some = db.q
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.employeeId, employeeId), sql`${letters.state} in ('failed', 'unconfirmed')`))
    .limit(most)
    .as('some');
  const [row] = await db.q.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row!.count;
}

/** Newest first; of one person, or of all. */
export async function listLetters(
  db: Db,
  query: {
    employeeId?: string;
    writtenBy?: string;
    from?: number;
    /** The moment after the last one. */
    until?: number;
  } & PageAfter,
): Promise<LetterRow[]> {
  const letters = db.t.letters;
  const { after } = query;
  const order = inTimeOrder(letters.createdAt, letters.id, 'newest', after);
  return db.q
    .select()
    .from(letters)
    .where(
      and(
        query.employeeId === undefined ? undefined : eq(letters.employeeId, query.employeeId),
        query.writtenBy === undefined ? undefined : eq(letters.employeeId, query.writtenBy),
        query.from === undefined ? undefined : gte(letters.createdAt, query.from),
        query.until === undefined ? undefined : lt(letters.createdAt, query.until),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(query.limit);
}
