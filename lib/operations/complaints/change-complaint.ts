import { getAppealLocked } from '@/db/appeals';
import { insertChange } from '@/db/changes';
import { type ComplaintRow, getComplaintLocked, updateComplaint } from '@/db/complaints';
import { listNextReactionsOfAppeals, listNextReactionsOfReactions } from '@/db/next-reactions';
import {
  type ComplaintAct,
  type ComplaintState,
  isComplaintActPossible,
} from '@/lib/domain/complaints/complaint';
import {
  mayCallAfterComplaint,
  maySeeComplaint,
  maySettleComplaint,
} from '@/lib/domain/complaints/complaint-rights';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { mayFulfil } from '@/lib/domain/reactions/next-reaction-rights';
import { closeAppealWith } from '@/lib/operations/appeals/keep-appeal-law';
import type { Context, Tx } from '@/lib/operations/context';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { tellComplaint } from './open-complaint';

export const rightsOf = (complaint: ComplaintRow) => ({
  departmentId: complaint.departmentId,
  ownerId: complaint.ownerId,
  takenDownBy: complaint.createdBy,
});

/**
 * A complaint, locked, for whoever may do this with it now.
 * @throws Refusal `notFound`, `forbidden`; `conflict` when it was changed since that version; `notPossibleNow` in its state
 */
export async function complaintFor(
  tx: Tx,
  person: Person,
  act: ComplaintAct,
  { complaintId, version }: { complaintId: string; version: number },
): Promise<ComplaintRow> {
  const complaint = await getComplaintLocked(tx, complaintId);
  if (!complaint || !maySeeComplaint(person, rightsOf(complaint))) throw notFound('complaint');
  const may = act === 'call' ? mayCallAfterComplaint : maySettleComplaint;
  if (!may(person, rightsOf(complaint))) throw forbidden();
  if (!isComplaintActPossible(complaint.state, act)) {
    throw new Refusal('notPossibleNow', 'not in this state', {}, { reason: 'state', state: complaint.state });
  }
  if (complaint.version !== version) throw new Refusal('conflict', 'the complaint was changed meanwhile');
  return complaint;
}

/** Saves what differs with its history, and tells of it. */
export async function saveComplaint(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  change: Partial<ComplaintRow>,
  reason: string | null = null,
): Promise<{ state: ComplaintState; version: number }> {
  const version = complaint.version + 1;
  await updateComplaint(tx, complaint.id, { ...change, version });
  const fields = Object.fromEntries(
    Object.entries(change)
      .filter(([name, to]) => complaint[name as keyof ComplaintRow] !== to)
      .map(([name, to]) => [name, { from: complaint[name as keyof ComplaintRow], to }]),
  );
  if (Object.keys(fields).length > 0)
    await insertChange(tx, {
      id: context.newId(),
      noun: 'complaint',
      nounId: complaint.id,
      at: context.now(),
      employeeId: context.person?.id ?? null,
      fields,
      reason,
    });
  tellComplaint(tx, complaint);
  return { state: change.state ?? complaint.state, version };
}

/**
 * Ends the open next reactions that these reactions left, as the work they asked for is done. `ownOnly`: those that the
 * person may fulfil; head and general director each answer for their own (SA-3).
 */
export async function endWorkOf(
  tx: Tx,
  context: Context,
  person: Person,
  {
    reactionIds,
    by,
    reason,
    ownOnly = false,
  }: { reactionIds: readonly string[]; by?: string; reason: string; ownOnly?: boolean },
): Promise<void> {
  const open = (await listNextReactionsOfReactions(tx, reactionIds)).filter(
    ({ endedAt }) => endedAt === null,
  );
  for (const next of open) {
    if (ownOnly && !mayFulfil(person, next)) continue;
    await endNextReaction(tx, context, next, {
      outcome: by ? 'fulfilled' : 'closed',
      reason,
      ...(by && { reactionId: by }),
      employeeId: person.id,
    });
  }
}

/** An appeal that was about the complaint alone is closed with it. */
export async function closeAppealOf(
  tx: Tx,
  context: Context,
  person: Person,
  { appealId }: ComplaintRow,
  reason: string,
): Promise<void> {
  const appeal = await getAppealLocked(tx, appealId);
  const open = await listNextReactionsOfAppeals(tx, [appealId], 'open');
  if (!appeal || appeal.closedAt !== null || open.length > 0) return;
  await closeAppealWith(tx, context, person, appeal, reason);
}
