import { type ComplaintRow, insertComplaintCall, insertComplaintReaction } from '@/db/complaints';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import {
  type ComplaintState,
  complaintDueMs,
  type SecondCallOutcome,
  stateAfterSecondCall,
} from '@/lib/domain/complaints/complaint';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import type { ReactionType } from '@/lib/domain/reactions/reaction';
import { complaintNextReactions, type NextReactionToWrite } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { writeRecords } from '@/lib/operations/reactions/write-records';
import { closeAppealOf, complaintFor, endWorkOf, listWorkOf, saveComplaint } from './change-complaint';
import { writeNotices } from './open-complaint';
import { listSecondCallsMade, secondCallTo, secondCallTopic } from './second-call';

type Changed = { state: ComplaintState; version: number };
type At = { complaintId: string; version: number };

/**
 * SA-3: the call after the solution. Whoever is content has the complaint closed; who is still unhappy has it reopened,
 * with their words for the head and the general director.
 * @throws Refusal as `complaintFor`; `invalid` for an unhappy client without words, and at `callId` for a call that was not placed
 * about the complaint or has its outcome already
 */
export async function callAfterComplaint(
  context: Context,
  input: At & { outcome: SecondCallOutcome; words: string; callId?: string | null },
): Promise<Changed> {
  const person = signedIn(context);
  if (input.outcome === 'unhappy' && input.words === '') throw invalid({ words: 'required' });
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'call', input);
    const callId = input.callId ?? null;
    const made = callId === null ? [] : await listSecondCallsMade(tx, complaint.id);
    if (callId !== null && !made.some(({ id }) => id === callId)) throw invalid({ callId: 'notAChoice' });
    await insertComplaintCall(tx, {
      id: context.newId(),
      complaintId: complaint.id,
      at: context.now(),
      employeeId: person.id,
      outcome: input.outcome,
      words: input.words,
      callId,
    });
    const state = stateAfterSecondCall[input.outcome];
    if (state === 'inWork') {
      return reopen(tx, context, person, complaint, { words: input.words, type: 'outgoingCall', callId });
    }
    const reactionId = await writeSecondCall(tx, context, person, complaint, { ...input, callId });
    if (state === 'closed') return close(tx, context, person, complaint, input.words || null, reactionId);
    return saveComplaint(tx, context, complaint, {});
  });
}

/** The call as a reaction. One that did not reach the client leaves the second call open as it is, or anew when it has ended. */
async function writeSecondCall(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  { outcome, words, callId }: { outcome: SecondCallOutcome; words: string; callId: string | null },
): Promise<string> {
  const isOpen = (await listWorkOf(tx, complaint)).some(
    ({ kind, endedAt }) => kind !== 'complaint' && endedAt === null,
  );
  const isToBeCalled = outcome === 'notReached' && !isOpen;
  const { reactionId } = await writeRecords(tx, context, {
    plan: {
      counterparty: { use: 'existing', id: complaint.counterpartyId, complete: {} },
      appeal: { use: 'existing', id: complaint.appealId },
      reaction: {
        type: 'outgoingCall',
        topic: secondCallTopic,
        note: outcome === 'notReached' ? `не дозвонились\n\n${words}` : words,
      },
      nextReactions: isToBeCalled ? [await secondCallTo(tx, complaint.counterpartyId)] : [],
    },
    callId,
    route: null,
    employee: person,
    happenedAt: context.now(),
  });
  if (isToBeCalled) await insertComplaintReaction(tx, { complaintId: complaint.id, reactionId });
  return reactionId;
}

/** Closes an answered complaint whose client could not be called, with a reason: for the client department or management (CO-3). @throws Refusal as `complaintFor` */
export async function closeComplaint(context: Context, input: At & { reason: string }): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'close', input);
    return close(tx, context, person, complaint, input.reason);
  });
}

/** SA-3: takes a complaint up again; head and general director hear of it as of a new one. Whoever makes second calls may reopen a closed one, with the words of the client. @throws Refusal as `complaintFor` */
export async function reopenComplaint(context: Context, input: At & { reason: string }): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'reopen', input);
    return reopen(tx, context, person, complaint, { words: input.reason, type: 'other', callId: null });
  });
}

async function close(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  reason: string | null,
  by?: string,
): Promise<Changed> {
  const why = reason ?? complaint.answer;
  await endWorkOf(tx, context, person, complaint, { by, reason: why });
  const saved = await saveComplaint(
    tx,
    context,
    complaint,
    { state: 'closed', closedAt: context.now(), closedBy: person.id, closeReason: reason },
    reason,
  );
  await closeAppealOf(tx, context, person, complaint, why);
  return saved;
}

async function reopen(
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
