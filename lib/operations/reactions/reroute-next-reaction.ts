import { getNextReactionLocked, insertNextReactionChange, updateNextReaction } from '@/db/next-reactions';
import { notFound } from '@/lib/domain/errors';
import { isLead } from '@/lib/domain/leads/lead';
import type { Responsible } from '@/lib/domain/reactions/records';
import { routeOfDepartment } from '@/lib/domain/settings/promise-minutes';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { endLeadOfNextReaction } from '@/lib/operations/leads/end-lead';
import { makeLead } from '@/lib/operations/leads/make-lead';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { findResponsible } from './find-responsible';
import { promiseClock, promiseLengthMs } from './promise-clock';
import { watchDueAnew } from './watch-due';
import { tellNextReaction } from './write-next-reactions';

/**
 * IN-10: the same next reaction goes to another department, with a new minute and its history; no second appeal or
 * reaction. One that has ended meanwhile is left as it is. Returns whether it was changed.
 * @throws Refusal `notFound`
 */
export async function rerouteNextReaction(
  tx: Tx,
  context: Context,
  reroute: { nextReactionId: string; responsible: Responsible; employeeId: string | null; reason?: string },
): Promise<boolean> {
  const now = context.now();
  const next = await getNextReactionLocked(tx, reroute.nextReactionId);
  if (!next) throw notFound('next reaction');
  if (next.endedAt !== null) return false;
  const responsible = await findResponsible(tx, reroute.responsible);
  const toWrite = { responsible: reroute.responsible, dueSetting: 'minute' } as const;
  const lengthMs = await promiseLengthMs(tx, routeOfDepartment(responsible.departmentKind));
  const changed = {
    responsibleDepartmentId: responsible.departmentId,
    responsibleEmployeeId: responsible.employeeId,
    ...promiseClock(toWrite, responsible.hours, now, lengthMs),
  };
  const version = next.version + 1;
  await updateNextReaction(tx, next.id, { ...changed, version });
  await watchDueAnew(tx, context, { id: next.id, dueAt: changed.dueAt, version });
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: next.id,
    at: now,
    employeeId: reroute.employeeId,
    what: 'rerouted',
    from: {
      responsibleDepartmentId: next.responsibleDepartmentId,
      responsibleEmployeeId: next.responsibleEmployeeId,
      dueAt: next.dueAt,
    },
    to: {
      responsibleDepartmentId: changed.responsibleDepartmentId,
      responsibleEmployeeId: changed.responsibleEmployeeId,
      dueAt: changed.dueAt,
    },
    reason: reroute.reason ?? null,
  });
  if (isLead(responsible.departmentKind, toWrite)) await makeLead(tx, context, { ...next, ...changed });
  else await endLeadOfNextReaction(tx, context, next.id, { reason: 'rerouted' });
  tellNextReaction(tx, next);
  tellNextReaction(tx, { ...next, ...changed });
  announceNextReaction(tx, 'changed', { ...next, ...changed });
  if (next.appealId) tell(tx, { noun: 'appeal', nounId: next.appealId });
  return true;
}
