import { type ComplaintRow, insertComplaint } from '@/db/complaints';
import { nextNumber } from '@/db/counters';
import { insertNotices } from '@/db/notices';
import { complaintDueMs, type NoticeKind } from '@/lib/domain/complaints/complaint';
import type { RecordsToWrite, Responsible, WrittenRecords } from '@/lib/domain/reactions/records';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { findReceiver } from '@/lib/operations/employees/find-receiver';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { watchAnswer } from './watch-answer';

/**
 * SA-3: a complaint lands on its board with the reaction that took it down: its owner is the head of the department whose
 * work caused it. That head and the general director are written to besides their next reactions.
 * Returns its id; null when nobody's work caused it.
 */
export async function openComplaint(
  tx: Tx,
  context: Context,
  of: {
    plan: RecordsToWrite;
    written: Omit<WrittenRecords, 'complaintId'>;
    callId: string | null;
    roundId: string | null;
    employeeId: string;
  },
): Promise<string | null> {
  const { plan, written, callId, roundId, employeeId } = of;
  const told = plan.nextReactions.map(({ responsible }) => responsible);
  const concerned = told.find(({ kind }) => kind === 'headOf');
  if (!concerned) return null;
  const head = await findResponsible(tx, concerned);
  const now = context.now();
  const complaint: ComplaintRow = {
    id: context.newId(),
    number: await nextNumber(tx, 'complaint'),
    counterpartyId: written.counterpartyId,
    appealId: written.appealId,
    reactionId: written.reactionId,
    callId,
    roundId,
    departmentId: head.departmentId,
    ownerId: head.employeeId,
    state: 'received',
    text: plan.reaction.note.trim(),
    cause: '',
    answer: '',
    dueAt: now + complaintDueMs,
    createdAt: now,
    createdBy: employeeId,
    takenAt: null,
    answeredAt: null,
    answeredBy: null,
    closedAt: null,
    closedBy: null,
    closeReason: null,
    reopenedCount: 0,
    version: 1,
  };
  await insertComplaint(tx, complaint);
  await watchAnswer(tx, context, complaint);
  await writeNotices(tx, context, { complaintId: complaint.id, kind: 'received', told });
  tellComplaint(tx, complaint);
  return complaint.id;
}

/**
 * One letter to each person, to no department, also to who is the head and the director at once, and to who stands in
 * for one of them (CS-9).
 */
export async function writeNotices(
  tx: Tx,
  context: Context,
  {
    complaintId,
    kind,
    reactionId = null,
    told,
  }: { complaintId: string; kind: NoticeKind; reactionId?: string | null; told: readonly Responsible[] },
): Promise<void> {
  const now = context.now();
  const people = new Set<string>();
  for (const responsible of told) {
    if (responsible.kind === 'department') continue;
    const { employeeId } = await findResponsible(tx, responsible);
    if (!employeeId) continue;
    people.add(employeeId);
    people.add(await findReceiver(tx, employeeId, now));
  }
  await insertNotices(
    tx,
    [...people].map((employeeId) => ({
      id: context.newId(),
      employeeId,
      complaintId,
      kind,
      reactionId,
      createdAt: now,
      state: 'waiting' as const,
      attempts: 0,
      nextAttemptAt: now,
      sentAt: null,
      problem: null,
    })),
  );
}

export function tellComplaint(tx: Tx, complaint: Pick<ComplaintRow, 'id' | 'counterpartyId'>): void {
  tell(
    tx,
    { noun: 'complaint', nounId: complaint.id },
    { noun: 'counterparty', nounId: complaint.counterpartyId },
  );
}
