import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Db } from './store';

export type NoticeRow = Db['t']['notices']['$inferSelect'];

export async function insertNotices(db: Db, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length > 0) await db.q.insert(db.t.notices).values([...rows]);
}

export async function listNoticesOfComplaint(db: Db, complaintId: string): Promise<NoticeRow[]> {
  const { notices } = db.t;
  return db.q.select().from(notices).where(eq(notices.complaintId, complaintId)).orderBy(asc(notices.id));
}

/** Due, and not sent yet; one that a dead process was sending comes due again. */
export async function listDueNotices(db: Db, now: number, limit: number): Promise<NoticeRow[]> {
  const { notices } = db.t;
  return db.q
    .select()
    .from(notices)
    .where(and(inArray(notices.state, ['waiting', 'sending']), lte(notices.nextAttemptAt, now)))
    .orderBy(asc(notices.nextAttemptAt), asc(notices.id))
    .limit(limit);
}

/** False when another process took it. */
export async function updateNoticeStarted(db: Db, notice: NoticeRow, lostAt: number): Promise<boolean> {
  const { notices } = db.t;
  const taken = await db.q
    .update(notices)
    .set({ state: 'sending', attempts: notice.attempts + 1, nextAttemptAt: lostAt })
    .where(and(eq(notices.id, notice.id), eq(notices.attempts, notice.attempts), isNull(notices.sentAt)))
    .returning({ id: notices.id });
  return taken.length > 0;
}

/** Changes one that is still at that attempt: false when another process took it meanwhile. */
export async function updateNoticeAttempt(
  db: Db,
  { id, attempts }: Pick<NoticeRow, 'id' | 'attempts'>,
  change: Partial<Pick<NoticeRow, 'state' | 'nextAttemptAt' | 'sentAt' | 'problem'>>,
): Promise<boolean> {
  const { notices } = db.t;
  const changed = await db.q
    .update(notices)
    .set(change)
    .where(and(eq(notices.id, id), eq(notices.state, 'sending'), eq(notices.attempts, attempts)))
    .returning({ id: notices.id });
  return changed.length > 0;
}
