import { invalid } from '@/lib/domain/errors';
import { mayHandOver } from '@/lib/domain/reactions/next-reaction-rights';
import type { Responsible } from '@/lib/domain/reactions/records';
import { type Context, signedIn } from '@/lib/operations/context';
import { handOverLead } from '@/lib/operations/leads/hand-over-lead';
import { refuseUnacceptedLead } from '@/lib/operations/leads/refuse-unaccepted-lead';
import { changeable, saveResponsibility } from './change-next-reaction';
import { findResponsible } from './find-responsible';

/**
 * Gives a next reaction to another person or department, with a reason; its lead follows.
 * @throws Refusal `notFound`, `forbidden`, `invalid`, `conflict`, `notPossibleNow` when it has ended or nobody accepted its
 * lead
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
    const given = {
      responsibleDepartmentId: to.departmentId,
      responsibleEmployeeId: to.employeeId,
      ...(input.dueAt !== undefined && { dueAt: input.dueAt }),
    };
    const { standing, change } = await handOverLead(tx, context, next, given, person.id);
    const history = { what: 'handedOver' as const, reason: input.reason, employeeId: person.id };
    await saveResponsibility(tx, context, standing, change, history);
    return { version: standing.version + 1 };
  });
}
