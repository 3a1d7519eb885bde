import { sql } from 'drizzle-orm';
import type { Kit } from './kit';

export function definePurchases(k: Kit) {
  const purchases = k.table(
    'purchases',
    {
      id: k.text('id').primaryKey(),
      counterpartyId: k.text('counterparty_id').notNull(),
      /** As it is written; empty when it was bought without one. */
      contractNumber: k.text('contract_number').notNull(),
      projectId: k.text('project_id'),
      sumKopecks: k.money('sum_kopecks').notNull(),
      /** `YYYY-MM-DD`. */
      boughtOn: k.text('bought_on').notNull(),
      /** `YYYY-MM-DD`; null while it is not paid. */
      paidOn: k.text('paid_on'),
      note: k.text('note').notNull(),
      /** Where it stands in the timeline. */
      happenedAt: k.time('happened_at').notNull(),
      /** It was the one that made the prospect a client. */
      madeClient: k.flag('made_client').notNull(),
      createdAt: k.time('created_at').notNull(),
      createdBy: k.text('created_by').notNull(),
      removedAt: k.time('removed_at'),
      removedBy: k.text('removed_by'),
      version: k.integer('version').notNull(),
    },
    (t) => [
      k
        .index('purchases_counterparty')
        .on(t.counterpartyId, t.happenedAt, t.id)
        .where(sql`removed_at is null`),
      k.index('purchases_paid').on(t.paidOn, t.id).where(sql`removed_at is null`),
    ],
  );

  return { purchases };
}
