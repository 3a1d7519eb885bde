import { getAppealLocked } from '@/db/appeals';
import { type ComplaintRow, listOpenComplaintsOwnedByLocked } from '@/db/complaints';
import { getEmployee } from '@/db/employees';
import { getNextReactionLocked } from '@/db/next-reactions';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { Responsible } from '@/lib/domain/reactions/records';
import { reopenWithin } from '@/lib/operations/appeals/reopen-within';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { handOverLead } from '@/lib/operations/leads/hand-over-lead';
import { saveResponsibility } from '@/lib/operations/reactions/change-next-reaction';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';
import { listWorkOf, saveComplaint } from './change-complaint';
import { writeNotices } from './open-complaint';

/** CARD: what is written into the history is Russian in every language of the screen. */
const overdue = 'срок ответа клиенту прошёл';

type Given = {
  toId: string | null;
  reason: string;
  /** It goes to another department than this one, at once: also to who answered for it before, or to nobody once more. */
  movedFrom?: string;
};

/** Gives every open complaint somebody answers for, or those of some clients, to another person, or to nobody until the department takes it (null). */
export async function handOverComplaints(
  tx: Tx,
  context: Context,
  { fromId, only, ...given }: Given & { fromId: string; only?: { counterpartyIds: readonly string[] } },
): Promise<number> {
  const open = (await listOpenComplaintsOwnedByLocked(tx, fromId)).filter(
    ({ counterpartyId }) => !only || only.counterpartyIds.includes(counterpartyId),
  );
  for (const complaint of open) {
    await handOverWork(tx, context, complaint, given);
    await saveComplaint(tx, context, complaint, { ownerId: given.toId }, given.reason);
  }
  return open.length;
}

/**
 * The next reaction of whoever answered for the complaint goes along with it, due when it was, and at once in another department
 * (SA-3); without an owner it lies with the department concerned. A new owner is written to, unless they took it themselves. Returns whether there was one to go.
 */
async function handOverWork(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  { toId, reason, movedFrom }: Given,
): Promise<boolean> {
  if (toId === complaint.ownerId && movedFrom === undefined) return true;
  const { id: personId } = signedIn(context);
  const owner = toId === null ? null : await getEmployee(tx, toId);
  const responsible = {
    responsibleEmployeeId: toId,
    responsibleDepartmentId: owner?.departmentId ?? complaint.departmentId,
    ...(movedFrom !== undefined && { dueAt: context.now() }),
  };
  const found = await openWorkOf(tx, complaint, movedFrom);
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
  const by = { employeeId: signedIn(context).id, reason: given.reason };
  const dueAt = given.movedFrom === undefined ? complaint.dueAt : context.now();
  await writeWork(tx, context, { ...complaint, ownerId: given.toId, dueAt }, by);
}

/** CO-3: leaves whoever answers for a complaint, else its department, a next reaction, unless one of it is open. */
export async function leaveWork(tx: Tx, context: Context, complaint: ComplaintRow): Promise<void> {
  if ((await openWorkOf(tx, complaint)) !== undefined) return;
  await writeWork(tx, context, complaint, { employeeId: null, reason: overdue });
}

/**
 * The open next reaction of whoever answers for a complaint; without an owner, of the department it stands with, or
 * stood.
 */
const openWorkOf = async (tx: Tx, complaint: ComplaintRow, departmentId = complaint.departmentId) =>
  (await listWorkOf(tx, complaint)).find(
    ({ kind, endedAt, responsibleEmployeeId, responsibleDepartmentId }) =>
      kind === 'complaint' &&
      endedAt === null &&
      responsibleEmployeeId === complaint.ownerId &&
      (complaint.ownerId !== null || responsibleDepartmentId === departmentId),
  );

async function writeWork(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  by: { employeeId: string | null; reason: string },
): Promise<void> {
  const appeal = (await getAppealLocked(tx, complaint.appealId))!;
  if (appeal.closedAt !== null) await reopenWithin(tx, context, appeal, by);
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
      createdBy: by.employeeId,
    },
    [{ responsible: responsibleFor(complaint), dueAt: complaint.dueAt }],
  );
}

/**
 * SA-3: what the former department still had to do of a complaint that went to another one ends; the general director's part,
 * whatever department that is in, and what went along stay.
 */
export async function endWorkOfDepartment(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  { departmentId, reason }: { departmentId: string; reason: string },
): Promise<void> {
  const { employeeId: directorId } = await findResponsible(tx, { kind: 'generalDirector' });
  for (const next of await listWorkOf(tx, complaint)) {
    const isTheirs = next.kind === 'complaint' && next.responsibleDepartmentId === departmentId;
    const isDirectors = directorId !== null && next.responsibleEmployeeId === directorId;
    if (!isTheirs || isDirectors || next.endedAt !== null) continue;
    const end = { outcome: 'closed', reason, employeeId: signedIn(context).id } as const;
    await endNextReaction(tx, context, next, end);
  }
}

const responsibleFor = ({ ownerId, departmentId }: ComplaintRow): Responsible =>
  ownerId === null ? { kind: 'departmentById', departmentId } : { kind: 'employee', employeeId: ownerId };
