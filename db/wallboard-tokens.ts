import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from './store';

export type WallboardTokenRow = Db['t']['wallboardTokens']['$inferSelect'];

/** Not revoked, the oldest first. */
export async function listWallboardTokens(db: Db): Promise<WallboardTokenRow[]> {
  const t = db.t.wallboardTokens;
  return db.q.select().from(t).where(isNull(t.revokedAt)).orderBy(asc(t.createdAt), asc(t.id));
}

/** Not revoked. */
export async function findWallboardToken(db: Db, tokenHash: string): Promise<WallboardTokenRow | null> {
  const t = db.t.wallboardTokens;
  const [row] = await db.q
    .select()
    .from(t)
    .where(and(eq(t.tokenHash, tokenHash), isNull(t.revokedAt)));
  return row ?? null;
}

export async function insertWallboardToken(
  db: Db,
  row: Omit<WallboardTokenRow, 'lastUsedAt' | 'revokedAt'>,
): Promise<void> {
  await db.q.insert(db.t.wallboardTokens).values(row);
}

export async function updateWallboardTokenUsed(db: Db, id: string, lastUsedAt: number): Promise<void> {
  await db.q.update(db.t.wallboardTokens).set({ lastUsedAt }).where(eq(db.t.wallboardTokens.id, id));
}

/** Null when there is none that lets anybody in. */
export async function updateWallboardTokenRevoked(
  db: Db,
  id: string,
  revokedAt: number,
): Promise<WallboardTokenRow | null> {
  const t = db.t.wallboardTokens;
  const [row] = await db.q
    .update(t)
    .set({ revokedAt })
    .where(and(eq(t.id, id), isNull(t.revokedAt)))
    .returning();
  return row ?? null;
}
