import { eq, lt } from 'drizzle-orm';
import { locked } from './lock';
import type { Db } from './store';

export type SignInThrottleRow = Db['t']['signInThrottles']['$inferSelect'];

/** The row, made when there is none, locked until the transaction ends. */
export async function getSignInThrottle(db: Db, key: string): Promise<SignInThrottleRow> {
  const t = db.t.signInThrottles;
  const empty = { key, failures: 0, lastFailureAt: 0, blockedUntil: 0 };
  await db.q.insert(t).values(empty).onConflictDoNothing();
  const [row] = await locked(db, db.q.select().from(t).where(eq(t.key, key)));
  return row ?? empty;
}

export async function updateSignInThrottle(db: Db, row: SignInThrottleRow): Promise<void> {
  const { key, ...values } = row;
  await db.q.update(db.t.signInThrottles).set(values).where(eq(db.t.signInThrottles.key, key));
}

export async function deleteSignInThrottle(db: Db, key: string): Promise<void> {
  await db.q.delete(db.t.signInThrottles).where(eq(db.t.signInThrottles.key, key));
}

export async function deleteSignInThrottlesBefore(db: Db, at: number): Promise<void> {
  await db.q.delete(db.t.signInThrottles).where(lt(db.t.signInThrottles.lastFailureAt, at));
}
