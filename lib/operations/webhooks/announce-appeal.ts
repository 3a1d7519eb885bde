import type { AppealRow } from '@/db/appeals';
import type { Tx } from '@/lib/operations/context';
import { announce } from './announce';

/** An appeal was opened, closed or opened again. */
export function announceAppeal(tx: Tx, what: 'opened' | 'closed' | 'reopened', appeal: AppealRow): void {
  announce(tx, {
    kind: `appeal.${what}`,
    data: {
      appealId: appeal.id,
      number: appeal.number,
      counterpartyId: appeal.counterpartyId,
      createdAt: appeal.createdAt,
      closedAt: appeal.closedAt,
      closedBy: appeal.closedBy,
      href: `/api/v1/appeals/${appeal.id}`,
    },
  });
}
