import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { inTimeOrder, type PageAfter } from './in-time-order';
import { locked } from './lock';
import type { Db } from './store';

export type AttachmentRow = Db['t']['attachments']['$inferSelect'];

export async function insertAttachment(db: Db, row: AttachmentRow): Promise<void> {
  await db.q.insert(db.t.attachments).values(row);
}

export async function getAttachment(db: Db, id: string): Promise<AttachmentRow | null> {
  const { attachments } = db.t;
  const [row] = await db.q.select().from(attachments).where(eq(attachments.id, id));
  return row ?? null;
}

export async function listAttachmentsByIds(db: Db, ids: readonly string[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return [];
  const { attachments } = db.t;
  return db.q
    .select()
    .from(attachments)
    .where(inArray(attachments.id, [...ids]));
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getAttachmentLocked(db: Db, id: string): Promise<AttachmentRow | null> {
  const { attachments } = db.t;
  const [row] = await locked(db, db.q.select().from(attachments).where(eq(attachments.id, id)));
  return row ?? null;
}

export async function updateAttachment(
  db: Db,
  id: string,
  change: Partial<Omit<AttachmentRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.attachments).set(change).where(eq(db.t.attachments.id, id));
}

/** Newest first, without the removed ones; of one card, or of one appeal. */
export async function listAttachments(
  db: Db,
  query: {
    of: { counterpartyId: string } | { appealId: string };
  } & PageAfter,
): Promise<AttachmentRow[]> {
  const { attachments } = db.t;
  const { of, after } = query;
  const order = inTimeOrder(attachments.createdAt, attachments.id, 'newest', after);
  return db.q
    .select()
    .from(attachments)
    .where(
      and(
        'appealId' in of
          ? eq(attachments.appealId, of.appealId)
          : eq(attachments.counterpartyId, of.counterpartyId),
        isNull(attachments.removedAt),
        order.after,
      ),
    )
    .orderBy(...order.by)
    .limit(query.limit);
}

/** Those whose file is still here and may go, the longest expired first. */
export async function listAttachmentsToDelete(db: Db, limit: number): Promise<AttachmentRow[]> {
  const { attachments } = db.t;
  return db.q
    .select()
    .from(attachments)
    .where(and(sql`${attachments.expiredAt} is not null`, isNull(attachments.fileDeletedAt)))
    .orderBy(asc(attachments.expiredAt), asc(attachments.id))
    .limit(limit);
}
