import { getAppealLocked } from '@/db/appeals';
import { type ComplaintRow, listOpenComplaintsOwnedByLocked } from '@/db/complaints';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { getNextReactionLocked } from '@/db/next-reactions';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { Responsible } from '@/lib/domain/reactions/records';
import { reopenWithin } from '@/lib/operations/appeals/reopen-within';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { handOverLead } from '@/lib/operations/leads/hand-over-lead';
import { saveResponsibility } from '@/lib/operations/reactions/change-next-reaction';
import { writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';
import { listWorkOf, saveComplaint } from './change-complaint';
import { writeNotices } from './open-complaint';

type Given = {
  toId: string | null;
  reason: string;
  /** It goes to another department: also to who answered for it before, or to nobody once more. */
  isMoved?: boolean;
};

/** Gives every open complaint somebody answers for to another person, or to nobody until the department takes it (null). */
export async function handOverComplaints(
  tx: Tx,
  context: Context,
  { fromId, ...given }: Given & { fromId: string },
): Promise<number> {
  const open = await listOpenComplaintsOwnedByLocked(tx, fromId);
  for (const complaint of open) {
    await handOverWork(tx, context, complaint, given);
    await saveComplaint(tx, context, complaint, { ownerId: given.toId }, given.reason);
  }
  return open.length;
}

/**
 * The next reaction of whoever answered for the complaint goes along with it, due when it was; without an owner it lies with
 * the department concerned. A new owner is written to, unless they took it themselves. Returns whether there was one to go.
 */
async function handOverWork(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  { toId, reason, isMoved = false }: Given,
): Promise<boolean> {
  if (toId === complaint.ownerId && !isMoved) return true;
  const { id: personId } = signedIn(context);
  const owner = toId === null ? null : await getEmployee(tx, toId);
  const responsible = {
    responsibleEmployeeId: toId,
    responsibleDepartmentId: owner?.departmentId ?? complaint.departmentId,
  };
  const found = (await listWorkOf(tx, complaint)).find(
    ({ kind, endedAt, responsibleEmployeeId }) =>
      kind === 'complaint' && endedAt === null && responsibleEmployeeId === complaint.ownerId,
  );
  const next = found && (await getNextReactionLocked(tx, found.id));
  if (next) {
    const { standing, change } = await handOverLead(tx, context, next, responsible, personId);
    const history = { what: 'handedOver' as const, reason, employeeId: personId };
    await saveResponsibility(tx, context, standing, change, history);
  }
  if (toId !== null && toId !== personId) {
    const told = [{ kind: 'employee', employeeId: toId }] as const;
    await writeNotices(tx, context, { complaintId: complaint.id, kind: 'handedOver', told });
  }
  return next !== undefined && next !== null;
}

/**
 * Gives one complaint to somebody, or to the department concerned (null): who has nothing of its work to do yet is left a next
 * reaction while the client waits, on the appeal that is opened again if it was closed.
 */
export async function giveComplaint(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  given: Given,
): Promise<void> {
  const isGiven = await handOverWork(tx, context, complaint, given);
  if (isGiven || !isAnswerOwed(complaint.state)) return;
  const appeal = (await getAppealLocked(tx, complaint.appealId))!;
  const { id: employeeId } = signedIn(context);
  if (appeal.closedAt !== null) {
    await reopenWithin(tx, context, appeal, { employeeId, reason: given.reason });
  }
  await writeNextReactions(
    tx,
    context,
    {
      kind: 'complaint',
      appealId: appeal.id,
      counterpartyId: complaint.counterpartyId,
      reactionId: complaint.reactionId,
      callId: null,
      topic: appeal.topic,
      createdBy: employeeId,
    },
    [{ responsible: await responsibleFor(tx, complaint, given.toId), dueAt: complaint.dueAt }],
  );
}

async function responsibleFor(
  tx: Tx,
  { departmentId }: ComplaintRow,
  employeeId: string | null,
): Promise<Responsible> {
  if (employeeId !== null) return { kind: 'employee', employeeId };
  return { kind: 'department', departmentKind: (await getDepartment(tx, departmentId))!.kind };
}
