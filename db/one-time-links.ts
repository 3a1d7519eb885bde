import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from './store';

export type OneTimeLinkRow = Db['t']['oneTimeLinks']['$inferSelect'];

export async function insertOneTimeLink(db: Db, row: Omit<OneTimeLinkRow, 'usedAt'>): Promise<void> {
  await db.q.insert(db.t.oneTimeLinks).values(row);
}

/** Neither used nor expired. */
export async function findOpenOneTimeLink(
  db: Db,
  tokenHash: string,
  now: number,
): Promise<OneTimeLinkRow | null> {
  const t = db.t.oneTimeLinks;
  const [row] = await db.q
    .select()
    .from(t)
    .where(and(eq(t.tokenHash, tokenHash), isNull(t.usedAt), gt(t.expiresAt, now)));
  return row ?? null;
}

/** Uses the link, once; null when it was used before, has expired or never was. */
export async function updateOneTimeLinkUsed(
  db: Db,
  tokenHash: string,
  usedAt: number,
): Promise<OneTimeLinkRow | null> {
  const t = db.t.oneTimeLinks;
  const [row] = await db.q
    .update(t)
    .set({ usedAt })
    .where(and(eq(t.tokenHash, tokenHash), isNull(t.usedAt), gt(t.expiresAt, usedAt)))
    .returning();
  return row ?? null;
}

/** Makes every open link of the person useless. */
export async function deleteOneTimeLinks(db: Db, employeeId: string): Promise<void> {
  const t = db.t.oneTimeLinks;
  await db.q.delete(t).where(and(eq(t.employeeId, employeeId), isNull(t.usedAt)));
}
