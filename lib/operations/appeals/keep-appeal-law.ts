import { type AppealRow, getAppealLocked, updateAppeal } from '@/db/appeals';
import { insertChange } from '@/db/changes';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import type { Person } from '@/lib/domain/employees/employee';
import { isHeadOf, reviewsEverything } from '@/lib/domain/employees/permissions';
import { invalid, Refusal } from '@/lib/domain/errors';
import { mayFulfil } from '@/lib/domain/reactions/next-reaction-rights';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { refuseAppealOfOpenFolder } from '@/lib/operations/folders/refuse-open-folder';
import { refuseUnacceptedLead } from '@/lib/operations/leads/refuse-unaccepted-lead';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { announceAppeal } from '@/lib/operations/webhooks/announce-appeal';
import { refuseOpenComplaint } from './refuse-open-complaint';

/** An open appeal always has at least one open next reaction. @throws Refusal `invalid` when this one would have none */
export async function refuseAppealWithoutNext(tx: Tx, appealId: string): Promise<void> {
  const appeal = await getAppealLocked(tx, appealId);
  if (!appeal || appeal.closedAt !== null) return;
  const open = await listNextReactionsOfAppeals(tx, [appealId], 'open');
  if (open.length === 0) throw invalid({ nextReactions: 'reactions.errors.nextReactionNeeded' });
}

/**
 * Closes an appeal with a reason and ends what it left open. Somebody else's next reaction is ended only by the head of
 * the client department, which controls promises (CO-3), and by those who review everything; a lead that nobody accepted
 * by its own head or by the latter (IN-11). The appeal of a folder is closed with the folder (ON-5).
 * @throws Refusal `notPossibleNow` when somebody else's next reaction is open, a lead that nobody accepted, a complaint (SA-3),
 * or its folder is not done
 */
export async function closeAppealWith(
  tx: Tx,
  context: Context,
  person: Person,
  appeal: AppealRow,
  reason: string,
): Promise<void> {
  await refuseOpenComplaint(tx, person, appeal);
  await refuseAppealOfOpenFolder(tx, appeal);
  const open = await listNextReactionsOfAppeals(tx, [appeal.id], 'open');
  const controls =
    reviewsEverything(person) ||
    (person.departmentKind === 'client' && isHeadOf(person, person.departmentId));
  const foreign = open.filter((next) => !controls && !mayFulfil(person, next));
  if (foreign.length > 0) {
    throw new Refusal(
      'notPossibleNow',
      'the appeal has next reactions of others',
      {},
      {
        reason: 'nextReactionsOfOthers',
        count: foreign.length,
      },
    );
  }
  for (const next of open) {
    await refuseUnacceptedLead(tx, person, next);
    await endNextReaction(tx, context, next, { outcome: 'closed', reason, employeeId: person.id });
  }
  await writeClosed(tx, context, appeal, { employeeId: person.id, reason });
}

/** Closes an appeal that has nothing open any more; whose decision it is was judged by the caller. */
export async function writeClosed(
  tx: Tx,
  context: Context,
  appeal: AppealRow,
  { employeeId, reason }: { employeeId: string; reason: string },
): Promise<void> {
  const now = context.now();
  const closed = { closedAt: now, closedBy: employeeId, closeReason: reason, version: appeal.version + 1 };
  await updateAppeal(tx, appeal.id, closed);
  announceAppeal(tx, 'closed', { ...appeal, ...closed });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'appeal',
    nounId: appeal.id,
    at: now,
    employeeId,
    fields: { closedAt: { from: null, to: now } },
    reason,
  });
  tell(tx, { noun: 'appeal', nounId: appeal.id });
}
