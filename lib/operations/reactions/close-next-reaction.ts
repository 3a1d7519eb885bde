import { getAppealLocked } from '@/db/appeals';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import type { Person } from '@/lib/domain/employees/employee';
import { invalid } from '@/lib/domain/errors';
import { mayFulfil } from '@/lib/domain/reactions/next-reaction-rights';
import { closeAppealWith } from '@/lib/operations/appeals/keep-appeal-law';
import { refuseOpenComplaint } from '@/lib/operations/appeals/refuse-open-complaint';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { refuseAppealOfOpenFolder, refuseWorkOfFolder } from '@/lib/operations/folders/refuse-open-folder';
import { refuseUnacceptedLead } from '@/lib/operations/leads/refuse-unaccepted-lead';
import { changeable } from './change-next-reaction';
import { endNextReaction } from './end-next-reaction';

/**
 * Ends a next reaction without a reaction, with a reason: an accepted lead that came to nothing, a missed call that needs no call
 * back or was called back without a record. When it was the appeal's last one, the appeal is closed with that reason. While a
 * complaint is open, what it left to do is fulfilled or ends with it (SA-3). What a folder waits for ends in the folder alone
 * (ON-5).
 * @throws Refusal `notFound`, `forbidden`, `invalid`, `conflict`, `notPossibleNow`
 */
export async function closeNextReaction(
  context: Context,
  input: { nextReactionId: string; version: number; reason: string; outcome: 'closed' | 'calledBack' },
): Promise<{ isAppealClosed: boolean }> {
  const person = signedIn(context);
  return context.tx((tx) => closeWithin(tx, context, person, input));
}

/** The same inside a transaction of the caller; refused before anything is written. */
export async function closeWithin(
  tx: Tx,
  context: Context,
  person: Person,
  input: Parameters<typeof closeNextReaction>[1],
): Promise<{ isAppealClosed: boolean }> {
  const next = await changeable(tx, person, input, mayFulfil);
  await refuseUnacceptedLead(tx, person, next);
  if (input.outcome === 'calledBack' && next.kind !== 'missedCall') throw invalid({ outcome: 'notAChoice' });
  await refuseWorkOfFolder(tx, person, next);
  const appeal = next.appealId ? await getAppealLocked(tx, next.appealId) : null;
  const open = appeal ? await listNextReactionsOfAppeals(tx, [appeal.id], 'open') : [];
  const isLast = open.every(({ id }) => id === next.id);
  if (appeal && isLast) await refuseAppealOfOpenFolder(tx, appeal);
  const { outcome, reason } = input;
  if (appeal && (isLast || next.kind === 'complaint')) await refuseOpenComplaint(tx, person, appeal);
  await endNextReaction(tx, context, next, { outcome, reason, employeeId: person.id });
  if (!appeal || appeal.closedAt !== null || !isLast) return { isAppealClosed: false };
  await closeAppealWith(tx, context, person, appeal, reason);
  return { isAppealClosed: true };
}
