import { findLeadOfNextReaction } from '@/db/leads';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid, Refusal } from '@/lib/domain/errors';
import { isLeadWaiting } from '@/lib/domain/leads/lead';
import { dueProblem } from '@/lib/domain/reactions/latest-due';
import { mayPostpone } from '@/lib/domain/reactions/next-reaction-rights';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { refuseDueTime } from './bounds-of-work';
import { changeable, saveResponsibility } from './change-next-reaction';
import { tellClientManager } from './tell-slip';

/**
 * Moves the due time with a reason, 365 days from today at the latest, that of a complaint no further than its own (SA-3); how
 * often it was moved stays visible, and the client's own manager is told (CO-3). The minute of a lead nobody accepted cannot be
 * moved, nor the day of a delivery, which is changed in the folder (ON-5).
 * @throws Refusal `notFound`, `forbidden`, `invalid`, `conflict`, `notPossibleNow`
 */
export async function postponeNextReaction(
  context: Context,
  input: { nextReactionId: string; version: number; dueAt: number; reason: string },
): Promise<{ version: number }> {
  const person = signedIn(context);
  const problem = dueProblem(input.dueAt, context.now());
  if (problem) throw invalid({ dueAt: problem });
  return context.tx((tx) => postponeWithin(tx, context, person, input));
}

type Postponement = Parameters<typeof postponeNextReaction>[1];

/** The same inside a transaction of the caller; refused before anything is written. */
export async function postponeWithin(
  tx: Tx,
  context: Context,
  person: Person,
  input: Postponement,
): Promise<{ version: number }> {
  const next = await changeable(tx, person, input, mayPostpone);
  const lead = await findLeadOfNextReaction(tx, next.id);
  if (lead && isLeadWaiting(lead)) {
    throw new Refusal('notPossibleNow', 'accept the lead first', {}, { reason: 'leadNotAccepted' });
  }
  await refuseDueTime(tx, context, next, input.dueAt);
  const change = { dueAt: input.dueAt, postponedCount: next.postponedCount + 1 };
  const history = { what: 'postponed' as const, reason: input.reason, employeeId: person.id };
  await saveResponsibility(tx, context, next, change, history);
  await tellClientManager(tx, context, next, {
    cause: 'postponed',
    dueAt: next.dueAt,
    byEmployeeId: person.id,
  });
  return { version: next.version + 1 };
}
