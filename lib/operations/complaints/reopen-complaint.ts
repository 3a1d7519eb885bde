import { type ComplaintRow, insertComplaintReaction } from '@/db/complaints';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { type ComplaintState, complaintDueMs } from '@/lib/domain/complaints/complaint';
import type { Person } from '@/lib/domain/employees/employee';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import { complaintNextReactions, type NextReactionToWrite } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { complaintFor, endWorkOf, saveComplaint } from './change-complaint';
import { writeNotices } from './open-complaint';

type Changed = { state: ComplaintState; version: number };

/** SA-3: takes a complaint up again; head and general director hear of it as of a new one. Whoever makes second calls may reopen a closed one, with the words of the client. @throws Refusal as `complaintFor` */
export async function reopenComplaint(
  context: Context,
  input: { complaintId: string; version: number; reason: string },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'reopen', input);
    return reopenWithin(tx, context, person, complaint, { words: input.reason, type: 'other', callId: null });
  });
}

/** The same inside a transaction of the caller, who has judged the rights; `words` are the client's. */
export async function reopenWithin(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  { words, type, callId }: { words: string; type: ReactionType; callId: string | null },
): Promise<Changed> {
  const { nextReactions, ownerId } = await whomItGoesTo(tx, complaint);
  const written = await writeRecords(tx, context, {
    plan: {
      counterparty: { use: 'existing', id: complaint.counterpartyId, complete: {} },
      appeal: { use: 'existing', id: complaint.appealId },
      reaction: { type, topic: '', note: words },
      nextReactions,
    },
    callId,
    route: null,
    employee: person,
    happenedAt: context.now(),
    kind: 'complaint',
  });
  const { reactionId } = written;
  await endWorkOf(tx, context, person, complaint, { by: reactionId, reason: words });
  await insertComplaintReaction(tx, { complaintId: complaint.id, reactionId });
  await writeNotices(tx, context, {
    complaintId: complaint.id,
    kind: 'reopened',
    reactionId,
    told: nextReactions.map(({ responsible }) => responsible),
  });
  return saveComplaint(
    tx,
    context,
    complaint,
    {
      state: 'inWork',
      ownerId,
      dueAt: context.now() + complaintDueMs,
      closedAt: null,
      closedBy: null,
      closeReason: null,
      reopenedCount: complaint.reopenedCount + 1,
    },
    words,
  );
}

/** Head and director again, and whoever the head handed it over to; the head answers for what its owner left behind (SA-3). */
async function whomItGoesTo(
  tx: Tx,
  { departmentId, ownerId }: ComplaintRow,
): Promise<{ nextReactions: NextReactionToWrite[]; ownerId: string | null }> {
  const department = (await getDepartment(tx, departmentId))!;
  const both = complaintNextReactions(department.kind);
  const [head, director] = [
    await findResponsible(tx, both[0].responsible),
    await findResponsible(tx, both[1].responsible),
  ];
  const owner = ownerId === null ? null : await getEmployee(tx, ownerId);
  if (!owner || owner.disabledAt !== null) return { nextReactions: [...both], ownerId: head.employeeId };
  if ([head.employeeId, director.employeeId].includes(owner.id)) {
    return { nextReactions: [...both], ownerId: owner.id };
  }
  const theirs = { responsible: { kind: 'employee', employeeId: owner.id }, dueSetting: 'atOnce' } as const;
  return { nextReactions: [...both, theirs], ownerId: owner.id };
}
