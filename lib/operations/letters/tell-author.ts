import { type AppealRow, getAppealLocked } from '@/db/appeals';
import { getCounterparty } from '@/db/counterparties';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import type { LetterRow } from '@/db/letters';
import { listNextReactionsOfAppeals, type NextReactionRow } from '@/db/next-reactions';
import { topicsOfStuckLetters } from '@/lib/domain/letters/letter';
import type { Responsible } from '@/lib/domain/reactions/records';
import { writeClosed } from '@/lib/operations/appeals/keep-appeal-law';
import { reopenWithin } from '@/lib/operations/appeals/reopen-within';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { keepFolderWaiting } from '@/lib/operations/folders/keep-folder-waiting';
import { endNextReaction } from '@/lib/operations/reactions/end-next-reaction';
import { writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';

type Written = Pick<LetterRow, 'appealId' | 'reactionId' | 'employeeId' | 'departmentId'>;

/**
 * A letter that did not arrive, or of which nobody knows, is a next reaction of its author on its appeal, which stands open
 * again if it was closed with the letter. Who was told of this letter already is not told twice.
 */
export async function tellAuthor(
  tx: Tx,
  context: Context,
  letter: Written,
  state: keyof typeof topicsOfStuckLetters,
): Promise<void> {
  const appeal = await getAppealLocked(tx, letter.appealId);
  const card = appeal && (await getCounterparty(tx, appeal.counterpartyId));
  if (!appeal || !card || card.erasedAt !== null) return;
  if ((await openOnesAbout(tx, letter)).length > 0) return;
  const topic = topicsOfStuckLetters[state];
  const { employeeId, reactionId } = letter;
  if (appeal.closedAt !== null) await reopenWithin(tx, context, appeal, { employeeId, reason: topic });
  await writeNextReactions(
    tx,
    context,
    {
      kind: 'act',
      appealId: appeal.id,
      counterpartyId: appeal.counterpartyId,
      reactionId,
      callId: null,
      topic,
      createdBy: employeeId,
    },
    [{ responsible: await decides(tx, letter), dueSetting: 'minute' }],
  );
  tell(tx, { noun: 'appeal', nounId: appeal.id });
}

/**
 * The letter went, or somebody says that it arrived: nothing is left to decide, and nothing of its appeal unless it is that of
 * a folder which is not done.
 */
export async function settleStuckLetter(
  tx: Tx,
  context: Context,
  letter: Written,
  employeeId: string | null,
): Promise<void> {
  const told = await openOnesAbout(tx, letter);
  if (told.length === 0) return;
  const appeal = (await getAppealLocked(tx, letter.appealId)) as AppealRow;
  for (const next of told) {
    await endNextReaction(tx, context, next, { outcome: 'fulfilled', reason: null, employeeId });
  }
  if ((await listNextReactionsOfAppeals(tx, [appeal.id], 'open')).length > 0) return;
  const createdBy = employeeId ?? letter.employeeId;
  const { reactionId } = letter;
  if (await keepFolderWaiting(tx, context, appeal, { reactionId, createdBy })) return;
  await writeClosed(tx, context, appeal, {
    employeeId: createdBy,
    reason: 'письмо отправлено',
  });
}

async function openOnesAbout(tx: Tx, { appealId, reactionId }: Written): Promise<NextReactionRow[]> {
  const topics: readonly string[] = Object.values(topicsOfStuckLetters);
  return (await listNextReactionsOfAppeals(tx, [appealId], 'open')).filter(
    (next) => next.reactionId === reactionId && topics.includes(next.topic),
  );
}

/** The author, or the head of the department the letter came from when they work no more. */
async function decides(tx: Tx, { employeeId, departmentId }: Written): Promise<Responsible> {
  const author = await getEmployee(tx, employeeId);
  if (author?.disabledAt === null) return { kind: 'employee', employeeId };
  const department = await getDepartment(tx, departmentId);
  return { kind: 'headOf', departmentKind: department?.kind ?? 'client' };
}
