import { asc, inArray } from 'drizzle-orm';
import type { Db } from './store';

export type RoundAttemptRow = Db['t']['roundAttempts']['$inferSelect'];

/** False when there is one of that call already. */
export async function insertRoundAttempt(db: Db, row: RoundAttemptRow): Promise<boolean> {
  const inserted = await db.q
    .insert(db.t.roundAttempts)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: db.t.roundAttempts.id });
  return inserted.length > 0;
}

/** Oldest first. */
export async function listRoundAttempts(db: Db, roundIds: readonly string[]): Promise<RoundAttemptRow[]> {
  if (roundIds.length === 0) return [];
  const { roundAttempts } = db.t;
  return db.q
    .select()
    .from(roundAttempts)
    .where(inArray(roundAttempts.roundId, [...roundIds]))
    .orderBy(asc(roundAttempts.at), asc(roundAttempts.id));
}
