import { getDepartment } from '@/db/departments';
import { findLeadOfNextReaction, updateLead } from '@/db/leads';
import type { NextReactionRow } from '@/db/next-reactions';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { promiseClock, promiseLengthMs } from '@/lib/operations/reactions/promise-clock';
import { endLeadOfNextReaction } from './end-lead';
import { makeLead } from './make-lead';
import { takeLead } from './take-lead';

/** Without `dueAt` (epoch ms) the due time stays as it is. */
export type NewResponsible = Pick<NextReactionRow, 'responsibleDepartmentId' | 'responsibleEmployeeId'> &
  Partial<Pick<NextReactionRow, 'dueAt'>>;

export type HandedOver = {
  /** The next reaction as it stands, before its responsible is changed. */
  standing: NextReactionRow;
  change: NewResponsible & Partial<Pick<NextReactionRow, 'startedAt'>>;
};

/**
 * A lead follows its next reaction. Given to the sales department, whatever became of it before, it is offered anew with a
 * new minute (IN-11), and its next reaction is due then unless at a later time. Given to a person of its department it is
 * accepted, and theirs; leaving the department it ends. Returns what is to be saved of the next reaction.
 */
export async function handOverLead(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  to: NewResponsible,
  givenBy: string,
): Promise<HandedOver> {
  const handedOver = { standing: next, change: to };
  const lead = await findLeadOfNextReaction(tx, next.id);
  if (!lead) return handedOver;
  const department = (await getDepartment(tx, to.responsibleDepartmentId))!;
  if (department.kind === 'sales' && to.responsibleEmployeeId === null) {
    const lengthMs = await promiseLengthMs(tx, 'commercial');
    const minute = promiseClock({ dueSetting: 'minute' }, hoursOf(department), context.now(), lengthMs);
    await makeLead(tx, context, { ...next, ...to, ...minute });
    const dueAt = to.dueAt ?? Math.max(next.dueAt, minute.dueAt);
    return { standing: next, change: { ...to, startedAt: minute.startedAt, dueAt } };
  }
  if (lead.endedAt !== null) return handedOver;
  if (department.id !== lead.departmentId) {
    await endLeadOfNextReaction(tx, context, next.id, { reason: 'handedOver' });
    return handedOver;
  }
  if (to.responsibleEmployeeId === null) return handedOver;
  if (lead.acceptedAt === null) {
    await takeLead(tx, context, lead.id, to.responsibleEmployeeId, givenBy);
    return { standing: { ...next, version: next.version + 1 }, change: to };
  }
  await updateLead(tx, lead.id, { acceptedBy: to.responsibleEmployeeId, version: lead.version + 1 });
  tell(tx, { noun: 'lead', nounId: lead.id, departmentId: lead.departmentId });
  return handedOver;
}
