import { and, eq, lt } from 'drizzle-orm';
import type { Db } from './store';

export type RequestRow = Db['t']['requests']['$inferSelect'];

/** Takes the key for this transaction. Returns the earlier request when the key was used before. */
export async function insertRequest(
  db: Db,
  row: { employeeId: string; key: string; bodyHash: string; createdAt: number },
): Promise<{ isNew: true } | { isNew: false; earlier: RequestRow }> {
  const requests = db.t.requests;
  const inserted = await db.q
    .insert(requests)
    .values(row)
    .onConflictDoNothing()
    .returning({ key: requests.key });
  if (inserted.length > 0) return { isNew: true };
  return { isNew: false, earlier: (await getRequest(db, row.employeeId, row.key))! };
}

export async function getRequest(db: Db, employeeId: string, key: string): Promise<RequestRow | null> {
  const requests = db.t.requests;
  const [row] = await db.q
    .select()
    .from(requests)
    .where(and(eq(requests.employeeId, employeeId), eq(requests.key, key)));
  return row ?? null;
}

export async function updateRequestResult(
  db: Db,
  employeeId: string,
  key: string,
  result: unknown,
): Promise<void> {
  const requests = db.t.requests;
  await db.q
    .update(requests)
    .set({ result: result ?? null })
    .where(and(eq(requests.employeeId, employeeId), eq(requests.key, key)));
}

export async function deleteRequestsBefore(db: Db, at: number): Promise<void> {
  await db.q.delete(db.t.requests).where(lt(db.t.requests.createdAt, at));
}
