import { sql } from 'drizzle-orm';
import type { Kit } from './kit';

export function defineAttachments(k: Kit) {
  const attachments = k.table(
    'attachments',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      appealId: k.text('appeal_id'),
      name: k.text('name').notNull(),
      mediaType: k.text('media_type').notNull(),
      byteLength: k.integer('byte_length').notNull(),
      sha256: k.text('sha256').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by').notNull(),
      removedAt: k.time('removed_at'),
      removedBy: k.text('removed_by'),
      /** Since when it cannot be brought back any more. */
      expiredAt: k.time('expired_at'),
      fileDeletedAt: k.time('file_deleted_at'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k
        .index('attachments_counterparty')
        .on(t.counterpartyId, t.createdAt, t.id)
        .where(sql`removed_at is null`),
      k.index('attachments_appeal').on(t.appealId, t.createdAt, t.id).where(sql`removed_at is null`),
      k
        .index('attachments_to_delete')
        .on(t.expiredAt, t.id)
        .where(sql`expired_at is not null and file_deleted_at is null`),
    ],
  );

  return { attachments };
}
