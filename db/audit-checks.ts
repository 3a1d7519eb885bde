import { desc } from 'drizzle-orm';
import type { Db } from './store';

export type AuditCheckRow = Db['t']['auditChecks']['$inferSelect'];

export async function insertAuditCheck(db: Db, row: AuditCheckRow): Promise<void> {
  await db.q.insert(db.t.auditChecks).values(row);
}

export async function getLastAuditCheck(db: Db): Promise<AuditCheckRow | null> {
  const t = db.t.auditChecks;
  const [row] = await db.q.select().from(t).orderBy(desc(t.at), desc(t.id)).limit(1);
  return row ?? null;
}
