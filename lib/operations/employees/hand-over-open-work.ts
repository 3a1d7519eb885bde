import { getNextReactionLocked } from '@/db/next-reactions';
import { listOpenNextReactions } from '@/db/open-next-reactions';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { handOverLead } from '@/lib/operations/leads/hand-over-lead';
import { saveResponsibility } from '@/lib/operations/reactions/change-next-reaction';

const batch = 500;

/**
 * Gives every open next reaction of one person, or those with some clients, to another, or to their department (`id: null`), their leads with them;
 * what is due and when stays, but for the new minute of a lead that is offered anew (IN-11). Returns how many.
 */
export async function handOverOpenWork(
  tx: Tx,
  context: Context,
  {
    from,
    to,
    reason,
    only,
  }: {
    from: { id: string };
    to: { id: string | null; departmentId: string };
    reason: string;
    only?: { counterpartyIds: string[] };
  },
): Promise<number> {
  const { id: employeeId } = signedIn(context);
  const responsible = { responsibleEmployeeId: to.id, responsibleDepartmentId: to.departmentId };
  let count = 0;
  for (;;) {
    const open = await listOpenNextReactions(tx, { ...only, employeeIds: [from.id], limit: batch });
    for (const { id } of open) {
      const next = await getNextReactionLocked(tx, id);
      if (next?.endedAt !== null || next.responsibleEmployeeId !== from.id) continue;
      const { standing, change } = await handOverLead(tx, context, next, responsible, employeeId);
      const history = { what: 'handedOver' as const, reason, employeeId };
      await saveResponsibility(tx, context, standing, change, history);
      count += 1;
    }
    if (open.length < batch) return count;
  }
}
