import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import { dueProblem } from '@/lib/domain/reactions/latest-due';
import { mayHandOver } from '@/lib/domain/reactions/next-reaction-rights';
import type { Responsible } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { handOverLead } from '@/lib/operations/leads/hand-over-lead';
import { refuseUnacceptedLead } from '@/lib/operations/leads/refuse-unaccepted-lead';
import { refuseDueTime, refuseReceiver } from './bounds-of-work';
import { changeable, saveResponsibility } from './change-next-reaction';
import { findResponsible } from './find-responsible';

/**
 * Gives a next reaction to another person or department, with a reason; its lead follows. What a complaint or a folder left is
 * given only to those whose work it may be (SA-3, ON-5).
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
  const problem = input.dueAt === undefined ? null : dueProblem(input.dueAt, context.now());
  if (problem) throw invalid({ dueAt: problem });
  return context.tx((tx) => handOverWithin(tx, context, person, input));
}

/** The same inside a transaction of the caller; refused before anything is written. */
export async function handOverWithin(
  tx: Tx,
  context: Context,
  person: Person,
  input: Parameters<typeof handOverNextReaction>[1],
): Promise<{ version: number }> {
  const next = await changeable(tx, person, input, mayHandOver);
  await refuseUnacceptedLead(tx, person, next);
  const to = await findResponsible(tx, input.responsible);
  await refuseReceiver(tx, next, to);
  if (input.dueAt !== undefined) await refuseDueTime(tx, context, next, input.dueAt);
  const given = {
    responsibleDepartmentId: to.departmentId,
    responsibleEmployeeId: to.employeeId,
    ...(input.dueAt !== undefined && { dueAt: input.dueAt }),
  };
  const { standing, change } = await handOverLead(tx, context, next, given, person.id);
  const history = { what: 'handedOver' as const, reason: input.reason, employeeId: person.id };
  await saveResponsibility(tx, context, standing, change, history);
  return { version: standing.version + 1 };
}
