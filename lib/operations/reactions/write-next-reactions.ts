import { insertNextReactions, type NextReactionRow } from '@/db/next-reactions';
import type { CallRoute } from '@/lib/domain/calls/route';
import { isLead } from '@/lib/domain/leads/lead';
import type { NextReactionKind } from '@/lib/domain/reactions/reaction';
import type { NextReactionToWrite } from '@/lib/domain/reactions/records';
import { routeOfDepartment } from '@/lib/domain/settings/promise-minutes';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { makeLead } from '@/lib/operations/leads/make-lead';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { findResponsible } from './find-responsible';
import { promiseClock, promiseLengthMs } from './promise-clock';
import { watchDue } from './watch-due';

export type LeftBy = {
  kind: NextReactionKind;
  appealId: string;
  counterpartyId: string;
  reactionId: string | null;
  callId: string | null;
  topic: string;
  createdBy: string | null;
  /** The route of the call, which says how long its clock runs. */
  route?: CallRoute | null;
  /** Taken over from another program with its past: nobody is told of it. */
  isHistory?: boolean;
};

/** What a reaction leaves open, each with its clock; those of the sales department become leads (IN-2). */
export async function writeNextReactions(
  tx: Tx,
  context: Context,
  leftBy: LeftBy,
  nextReactions: readonly NextReactionToWrite[],
): Promise<{ nextReactionIds: string[]; leadId: string | null }> {
  const now = context.now();
  const nextReactionIds: string[] = [];
  let leadId: string | null = null;
  for (const next of nextReactions) {
    const responsible = await findResponsible(tx, next.responsible);
    const { topic, route, isHistory, ...origin } = leftBy;
    const lengthMs = await promiseLengthMs(tx, route ?? routeOfDepartment(responsible.departmentKind));
    const row: NextReactionRow = {
      id: context.newId(),
      ...origin,
      topic: next.topic?.trim() || topic,
      callerE164: null,
      responsibleDepartmentId: responsible.departmentId,
      responsibleEmployeeId: responsible.employeeId,
      ...promiseClock(next, responsible.hours, now, lengthMs),
      postponedCount: 0,
      createdAt: now,
      endedAt: null,
      endedBy: null,
      outcome: null,
      endReason: null,
      fulfilledByReactionId: null,
      version: 1,
    };
    await insertNextReactions(tx, [row]);
    if (!isHistory) announceNextReaction(tx, 'created', row);
    await watchDue(tx, context, row);
    tellNextReaction(tx, row);
    if (isLead(responsible.departmentKind, next)) leadId = await makeLead(tx, context, row);
    nextReactionIds.push(row.id);
  }
  return { nextReactionIds, leadId };
}

/** Tells the consoles of whoever is responsible, the department or one of its people. */
export function tellNextReaction(tx: Tx, next: NextReactionRow): void {
  tell(tx, {
    noun: 'nextReaction',
    nounId: next.id,
    departmentId: next.responsibleDepartmentId,
    employeeId: next.responsibleEmployeeId,
  });
}
