import { findLeadOfNextReaction } from '@/db/leads';
import { invalid } from '@/lib/domain/errors';
import { mayHandOver } from '@/lib/domain/reactions/next-reaction-rights';
import type { Responsible } from '@/lib/domain/reactions/records';
import { type Context, signedIn } from '@/lib/operations/context';
import { endLeadOfNextReaction } from '@/lib/operations/leads/end-lead';
import { refuseUnacceptedLead } from '@/lib/operations/leads/refuse-unaccepted-lead';
import { takeLead } from '@/lib/operations/leads/take-lead';
import { changeable, saveResponsibility } from './change-next-reaction';
import { findResponsible } from './find-responsible';

/**
 * Gives a next reaction to another person or department, with a reason. A lead given to a person of its department is
 * accepted for them; one that leaves the department ends.
 * @throws Refusal `notFound`, `forbidden`, `invalid`, `conflict`, `notPossibleNow`
 */
export async function handOverNextReaction(
  context: Context,
  input: {
    nextReactionId: string;
    version: number;
    responsible: Responsible;
    dueAt?: number;
    reason: string;
  },
): Promise<{ version: number }> {
  const person = signedIn(context);
  if (input.dueAt !== undefined && input.dueAt <= context.now()) throw invalid({ dueAt: 'inThePast' });
  return context.tx(async (tx) => {
    const next = await changeable(tx, person, input, mayHandOver);
    await refuseUnacceptedLead(tx, person, next);
    const to = await findResponsible(tx, input.responsible);
    const lead = await findLeadOfNextReaction(tx, next.id);
    let { version } = next;
    if (lead && lead.endedAt === null) {
      if (to.departmentId !== lead.departmentId) {
        await endLeadOfNextReaction(tx, context, next.id, { reason: 'handedOver' });
      } else if (lead.acceptedAt === null && to.employeeId !== null) {
        await takeLead(tx, context, lead.id, to.employeeId, person.id);
        version += 1;
      }
    }
    const change = {
      responsibleDepartmentId: to.departmentId,
      responsibleEmployeeId: to.employeeId,
      ...(input.dueAt === undefined ? {} : { dueAt: input.dueAt }),
    };
    const history = { what: 'handedOver' as const, reason: input.reason, employeeId: person.id };
    await saveResponsibility(tx, context, { ...next, version }, change, history);
    return { version: version + 1 };
  });
}
