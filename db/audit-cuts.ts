import { asc } from 'drizzle-orm';
import type { Db } from './store';

export type AuditCutRow = Db['t']['auditCuts']['$inferSelect'];

export async function insertAuditCut(db: Db, row: AuditCutRow): Promise<void> {
  await db.q.insert(db.t.auditCuts).values(row);
}

/** In the order of the chain. */
export async function listAuditCuts(db: Db): Promise<AuditCutRow[]> {
  return db.q.select().from(db.t.auditCuts).orderBy(asc(db.t.auditCuts.sequence));
}
