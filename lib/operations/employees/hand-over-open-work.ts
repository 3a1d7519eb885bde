import {
  insertNextReactionChange,
  listOpenNextReactions,
  type NextReactionRow,
  updateNextReaction,
} from '@/db/next-reactions';
import { type Context, type Tx, tell } from '@/lib/operations/context';

const batch = 500;

/**
 * Gives every open next reaction of one person to another, or to their department (`id: null`); what is due and when
 * stays. Returns how many.
 */
export async function handOverOpenWork(
  tx: Tx,
  context: Context,
  handOver: { from: { id: string }; to: { id: string | null; departmentId: string }; reason: string },
): Promise<number> {
  let count = 0;
  for (;;) {
    const open = await listOpenNextReactions(tx, { employeeIds: [handOver.from.id], limit: batch });
    for (const next of open) await handOverOne(tx, context, next, handOver);
    count += open.length;
    if (open.length < batch) return count;
  }
}

async function handOverOne(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  { to, reason }: { to: { id: string | null; departmentId: string }; reason: string },
): Promise<void> {
  const changed = { responsibleEmployeeId: to.id, responsibleDepartmentId: to.departmentId };
  await updateNextReaction(tx, next.id, { ...changed, version: next.version + 1 });
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: context.now(),
    employeeId: context.person?.id ?? null,
    what: 'handedOver',
    from: {
      responsibleDepartmentId: next.responsibleDepartmentId,
      responsibleEmployeeId: next.responsibleEmployeeId,
    },
    to: changed,
    reason,
  });
  tell(tx, {
    noun: 'nextReaction',
    nounId: next.id,
    departmentId: changed.responsibleDepartmentId,
    employeeId: changed.responsibleEmployeeId,
  });
}
