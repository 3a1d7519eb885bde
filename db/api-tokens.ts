import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import type { Db } from './store';

export type ApiTokenRow = Db['t']['apiTokens']['$inferSelect'];

export async function insertApiToken(
  db: Db,
  row: Omit<ApiTokenRow, 'lastUsedAt' | 'revokedAt' | 'scope' | 'expiresAt'> &
    Partial<Pick<ApiTokenRow, 'scope' | 'expiresAt'>>,
): Promise<void> {
  await db.q.insert(db.t.apiTokens).values(row);
}

/** Not revoked. */
export async function findApiToken(db: Db, tokenHash: string): Promise<ApiTokenRow | null> {
  const t = db.t.apiTokens;
  const [row] = await db.q
    .select()
    .from(t)
    .where(and(eq(t.tokenHash, tokenHash), isNull(t.revokedAt)));
  return row ?? null;
}

/** A person's, not revoked, the newest first. */
export async function listApiTokens(db: Db, employeeId: string): Promise<ApiTokenRow[]> {
  const t = db.t.apiTokens;
  return db.q
    .select()
    .from(t)
    .where(and(eq(t.employeeId, employeeId), isNull(t.revokedAt)))
    .orderBy(desc(t.createdAt), desc(t.id));
}

/** Everybody's, not revoked, the newest first. */
export async function listAllApiTokens(db: Db, { after, limit }: PageAfter): Promise<ApiTokenRow[]> {
  const t = db.t.apiTokens;
  const order = inTimeOrder(t.createdAt, t.id, 'newest', after);
  return db.q
    .select()
    .from(t)
    .where(and(isNull(t.revokedAt), order.after))
    .orderBy(...order.by)
    .limit(limit);
}

/** Revoked ones too. */
export async function listApiTokensByIds(db: Db, ids: readonly string[]): Promise<ApiTokenRow[]> {
  if (ids.length === 0) return [];
  return db.q
    .select()
    .from(db.t.apiTokens)
    .where(inArray(db.t.apiTokens.id, [...ids]));
}

/** Ends one token; null when it is not there or was ended before. */
export async function updateApiTokenRevoked(
  db: Db,
  id: string,
  revokedAt: number,
): Promise<ApiTokenRow | null> {
  const t = db.t.apiTokens;
  const [row] = await db.q
    .update(t)
    .set({ revokedAt })
    .where(and(eq(t.id, id), isNull(t.revokedAt)))
    .returning();
  return row ?? null;
}

export async function updateApiTokenUsed(db: Db, id: string, lastUsedAt: number): Promise<void> {
  await db.q.update(db.t.apiTokens).set({ lastUsedAt }).where(eq(db.t.apiTokens.id, id));
}

/** Revokes every token of the person; returns how many. */
export async function updateApiTokensRevoked(db: Db, employeeId: string, revokedAt: number): Promise<number> {
  const t = db.t.apiTokens;
  const revoked = await db.q
    .update(t)
    .set({ revokedAt })
    .where(and(eq(t.employeeId, employeeId), isNull(t.revokedAt)))
    .returning({ id: t.id });
  return revoked.length;
}
