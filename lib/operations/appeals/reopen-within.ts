import { type AppealRow, updateAppeal } from '@/db/appeals';
import { insertChange } from '@/db/changes';
import type { Context, Tx } from '@/lib/operations/context';
import { announceAppeal } from '@/lib/operations/webhooks/announce-appeal';

/** A closed appeal stands open again, with who opened it (null: nobody, a time that passed) and why; the caller leaves it a next reaction. */
export async function reopenWithin(
  tx: Tx,
  context: Context,
  appeal: AppealRow,
  { employeeId, reason }: { employeeId: string | null; reason?: string },
): Promise<AppealRow> {
  const open = { closedAt: null, closedBy: null, closeReason: null, version: appeal.version + 1 };
  await updateAppeal(tx, appeal.id, open);
  announceAppeal(tx, 'reopened', { ...appeal, ...open });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'appeal',
    nounId: appeal.id,
    at: context.now(),
    employeeId,
    fields: { closedAt: { from: appeal.closedAt, to: null } },
    ...(reason !== undefined && { reason }),
  });
  return { ...appeal, ...open };
}
