import { getAppealLocked } from '@/db/appeals';
import { insertChange } from '@/db/changes';
import {
  type ComplaintRow,
  getComplaintLocked,
  listComplaintReactionIds,
  listOpenComplaintsOfAppeal,
  updateComplaint,
} from '@/db/complaints';
import {
  listNextReactionsOfAppeals,
  listNextReactionsOfReactions,
  type NextReactionRow,
} from '@/db/next-reactions';
import type { Db } from '@/db/store';
import {
  type ComplaintAct,
  type ComplaintState,
  isAnswerOwed,
  isComplaintActPossible,
} from '@/lib/domain/complaints/complaint';
import { mayActOnComplaint, maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { mayFulfil } from '@/lib/domain/reactions/next-reaction-rights';
import { closeAppealWith } from '@/lib/operations/appeals/keep-appeal-law';
import type { Context, Tx } from '@/lib/operations/context';
import { keepFolderWaiting } from '@/lib/operations/folders/keep-folder-waiting';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { tellComplaint } from './open-complaint';
import { watchAnswer } from './watch-answer';

export const rightsOf = (complaint: ComplaintRow) => ({
  departmentId: complaint.departmentId,
  ownerId: complaint.ownerId,
  takenDownBy: complaint.createdBy,
  state: complaint.state,
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
  if (!mayActOnComplaint[act](person, rightsOf(complaint))) throw forbidden();
  if (!isComplaintActPossible(complaint, act)) {
    throw new Refusal('notPossibleNow', 'not in this state', {}, { reason: 'state', state: complaint.state });
  }
  if (complaint.version !== version) throw new Refusal('conflict', 'the complaint was changed meanwhile');
  return complaint;
}

/**
 * Saves what differs with its history, signed by whoever asks unless somebody else decided it, and tells of it.
 * @param inPlaceOf the absent person in whose place it was done (CS-9)
 */
export async function saveComplaint(
  tx: Tx,
  context: Context,
  complaint: ComplaintRow,
  change: Partial<ComplaintRow>,
  reason: string | null = null,
  employeeId: string | null = context.person?.id ?? null,
  inPlaceOf: string | null = null,
): Promise<{ state: ComplaintState; version: number }> {
  const version = complaint.version + 1;
  await updateComplaint(tx, complaint.id, { ...change, version });
  const saved = { ...complaint, ...change, version };
  if (isAnswerDueAnew(complaint, saved)) await watchAnswer(tx, context, saved);
  const fields = Object.fromEntries(
    Object.entries(change)
      .filter(([name, to]) => complaint[name as keyof ComplaintRow] !== to)
      .map(([name, to]) => [name, { from: complaint[name as keyof ComplaintRow], to }]),
  );
  if (inPlaceOf !== null) fields.inPlaceOf = { from: null, to: inPlaceOf };
  if (Object.keys(fields).length > 0)
    await insertChange(tx, {
      id: context.newId(),
      noun: 'complaint',
      nounId: complaint.id,
      at: context.now(),
      employeeId,
      fields,
      reason,
    });
  tellComplaint(tx, complaint);
  return { state: change.state ?? complaint.state, version };
}

/** CS-9: the absent person who answers for a complaint and for whom this person does it; null when it is not so. */
export const absentOwner = (person: Person, { ownerId }: ComplaintRow) =>
  ownerId !== null && person.substitutesFor.includes(ownerId) ? ownerId : null;

/** Whether somebody else, or another time, is to be watched than before. */
const isAnswerDueAnew = (before: ComplaintRow, after: ComplaintRow) =>
  isAnswerOwed(before.state) !== isAnswerOwed(after.state) ||
  before.dueAt !== after.dueAt ||
  before.departmentId !== after.departmentId;

/** Every next reaction that the complaint ever left: when it came, with each answer and with each reopening. */
export async function listWorkOf(db: Db, complaint: ComplaintRow): Promise<NextReactionRow[]> {
  const later = await listComplaintReactionIds(db, complaint.id);
  return listNextReactionsOfReactions(db, [complaint.reactionId, ...later]);
}

/**
 * Ends the open next reactions that a complaint left, as the work they asked for is done: fulfilled are those that the person
 * may fulfil, by the reaction `by`. `ownOnly`: no others; head and general director each answer for their own (SA-3).
 */
export async function endWorkOf(
  tx: Tx,
  context: Context,
  person: Person,
  complaint: ComplaintRow,
  { by, reason, ownOnly = false }: { by?: string; reason: string; ownOnly?: boolean },
): Promise<void> {
  const open = (await listWorkOf(tx, complaint)).filter(({ endedAt }) => endedAt === null);
  for (const next of open) {
    const isOwn = mayFulfil(person, next);
    if (ownOnly && !isOwn) continue;
    await endNextReaction(tx, context, next, {
      ...(by && isOwn ? { outcome: 'fulfilled', reactionId: by } : { outcome: 'closed' }),
      reason,
      employeeId: person.id,
    });
  }
}

/**
 * An appeal that was about the complaint alone is closed with it, unless another complaint of it is open; that of a folder goes
 * on until the folder is done (ON-5).
 */
export async function closeAppealOf(
  tx: Tx,
  context: Context,
  person: Person,
  { appealId, reactionId }: ComplaintRow,
  reason: string,
): Promise<void> {
  const appeal = await getAppealLocked(tx, appealId);
  const open = await listNextReactionsOfAppeals(tx, [appealId], 'open');
  if (!appeal || appeal.closedAt !== null || open.length > 0) return;
  if ((await listOpenComplaintsOfAppeal(tx, appeal)).length > 0) return;
  if (await keepFolderWaiting(tx, context, appeal, { reactionId, createdBy: person.id })) return;
  await closeAppealWith(tx, context, person, appeal, reason);
}

/** What changes of a complaint by being given to somebody: one that was only received is in work. */
export const intoWork = (context: Context, { state }: ComplaintRow) =>
  state === 'received' && { state: 'inWork' as const, takenAt: context.now() };
