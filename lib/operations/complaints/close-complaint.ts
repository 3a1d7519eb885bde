import { type ComplaintRow, insertComplaintCall } from '@/db/complaints';
import { getDepartment } from '@/db/departments';
import {
  type ComplaintState,
  complaintDueMs,
  type SecondCallOutcome,
  stateAfterSecondCall,
} from '@/lib/domain/complaints/complaint';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import { complaintNextReactions } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { closeAppealOf, complaintFor, endWorkOf, saveComplaint } from './change-complaint';
import { writeNotices } from './open-complaint';

type Changed = { state: ComplaintState; version: number };
type At = { complaintId: string; version: number };

/**
 * SA-3: the call after the solution. Whoever is content has the complaint closed; who is still unhappy has it reopened,
 * with their words for the head and the general director.
 * @throws Refusal as `complaintFor`; `invalid` for an unhappy client without words
 */
export async function callAfterComplaint(
  context: Context,
  input: At & { outcome: SecondCallOutcome; words: string },
): Promise<Changed> {
  const person = signedIn(context);
  if (input.outcome === 'unhappy' && input.words === '') throw invalid({ words: 'required' });
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'call', input);
    await insertComplaintCall(tx, {
      id: context.newId(),
      complaintId: complaint.id,
      at: context.now(),
      employeeId: person.id,
      outcome: input.outcome,
      words: input.words,
    });
    const state = stateAfterSecondCall[input.outcome];
    if (state === 'closed') return close(tx, context, person, complaint, input.words || null);
    if (state === 'inWork') return reopen(tx, context, person, complaint, input.words);
    return saveComplaint(tx, context, complaint, {});
  });
}

/** Closes an answered complaint whose client could not be called, with a reason. @throws Refusal as `complaintFor` */
export async function closeComplaint(context: Context, input: At & { reason: string }): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'close', input);
    return close(tx, context, person, complaint, input.reason);
  });
}

/** SA-3: takes a complaint up again; head and general director hear of it as of a new one. @throws Refusal as `complaintFor` */
export async function reopenComplaint(context: Context, input: At & { reason: string }): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'reopen', input);
    return reopen(tx, context, person, complaint, input.reason);
  });
}

const leftBy = ({ reactionId, answerReactionId }: ComplaintRow) => [
  reactionId,
  ...(answerReactionId ? [answerReactionId] : []),
];

async function close(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  reason: string | null,
): Promise<Changed> {
  const why = reason ?? complaint.answer;
  await endWorkOf(tx, context, person, { reactionIds: leftBy(complaint), reason: why });
  await closeAppealOf(tx, context, person, complaint, why);
  return saveComplaint(
    tx,
    context,
    complaint,
    { state: 'closed', closedAt: context.now(), closedBy: person.id, closeReason: reason },
    reason,
  );
}

async function reopen(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  words: string,
): Promise<Changed> {
  const department = (await getDepartment(tx, complaint.departmentId))!;
  const nextReactions = complaintNextReactions(department.kind);
  const written = await writeRecords(tx, context, {
    plan: {
      counterparty: { use: 'existing', id: complaint.counterpartyId, complete: {} },
      appeal: { use: 'existing', id: complaint.appealId },
      reaction: { type: 'outgoingCall', topic: '', note: words },
      nextReactions,
    },
    callId: null,
    route: null,
    employee: person,
    happenedAt: context.now(),
    kind: 'complaint',
  });
  await endWorkOf(tx, context, person, {
    reactionIds: leftBy(complaint),
    by: written.reactionId,
    reason: words,
  });
  await writeNotices(
    tx,
    context,
    complaint.id,
    nextReactions.map(({ responsible }) => responsible),
  );
  return saveComplaint(
    tx,
    context,
    complaint,
    {
      state: 'inWork',
      answerReactionId: written.reactionId,
      dueAt: context.now() + complaintDueMs,
      closedAt: null,
      closedBy: null,
      closeReason: null,
      reopenedCount: complaint.reopenedCount + 1,
    },
    words,
  );
}
