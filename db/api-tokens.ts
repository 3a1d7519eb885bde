import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from './store';

export type ApiTokenRow = Db['t']['apiTokens']['$inferSelect'];

export async function insertApiToken(
  db: Db,
  row: Omit<ApiTokenRow, 'lastUsedAt' | 'revokedAt'>,
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

export async function listApiTokens(db: Db, employeeId: string): Promise<ApiTokenRow[]> {
  const t = db.t.apiTokens;
  return db.q.select().from(t).where(eq(t.employeeId, employeeId)).orderBy(desc(t.createdAt), desc(t.id));
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
