import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/store';

export type ReportViewRow = Db['t']['reportViews']['$inferSelect'];

export async function listReportViews(db: Db, employeeId: string): Promise<ReportViewRow[]> {
  const t = db.t.reportViews;
  return db.q.select().from(t).where(eq(t.employeeId, employeeId)).orderBy(asc(t.createdAt), asc(t.id));
}

export async function insertReportView(db: Db, row: ReportViewRow): Promise<void> {
  await db.q.insert(db.t.reportViews).values(row);
}

/** False when the person has no such view. */
export async function deleteReportView(db: Db, employeeId: string, id: string): Promise<boolean> {
  const t = db.t.reportViews;
  const deleted = await db.q
    .delete(t)
    .where(and(eq(t.employeeId, employeeId), eq(t.id, id)))
    .returning({ id: t.id });
  return deleted.length > 0;
}
