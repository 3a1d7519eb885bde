import { getComplaintLocked } from '@/db/complaints';
import { listNoticesOfComplaint } from '@/db/notices';
import { isAnswerOwed } from '@/lib/domain/complaints/complaint';
import type { Responsible } from '@/lib/domain/reactions/records';
import type { Context, Tx } from '@/lib/operations/context';
import { workingHeadOf } from '@/lib/operations/reactions/find-responsible';
import { leaveWork } from './hand-over-complaints';
import { tellComplaint, writeNotices } from './open-complaint';
import { ownManagerOf } from './second-call';

/**
 * CO-3: the client was not answered in time; called when its deadline fires. The head, else the general director, and the
 * client's own manager are written to, and whoever answers for the complaint and has ended their part is left a next reaction,
 * which is overdue and shown as such. Moved to another department after that, the new head alone is written to.
 */
export async function answerOverdue(tx: Tx, context: Context, complaintId: string): Promise<void> {
  const complaint = await getComplaintLocked(tx, complaintId);
  if (!complaint || !isAnswerOwed(complaint.state) || complaint.dueAt > context.now()) return;
  await leaveWork(tx, context, complaint);
  const isToldAnew = (await listNoticesOfComplaint(tx, complaintId)).some(
    ({ kind, createdAt }) => kind === 'overdue' && createdAt >= complaint.dueAt,
  );
  const told = [
    await headOrDirector(tx, complaint.departmentId),
    ...(isToldAnew ? [] : [await ownManagerOf(tx, complaint.counterpartyId)]),
  ];
  await writeNotices(tx, context, { complaintId, kind: 'overdue', told });
  tellComplaint(tx, complaint);
}

async function headOrDirector(tx: Tx, departmentId: string): Promise<Responsible> {
  const employeeId = await workingHeadOf(tx, departmentId);
  return employeeId === null ? { kind: 'generalDirector' } : { kind: 'employee', employeeId };
}
