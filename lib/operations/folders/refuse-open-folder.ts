import { type AppealRow, getAppeal } from '@/db/appeals';
import { type FolderRow, getOpenFolderOfAppeal } from '@/db/folders';
import type { NextReactionRow } from '@/db/next-reactions';
import { Refusal } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

type OnAppeal = Pick<NextReactionRow, 'id' | 'appealId'>;

/**
 * ON-5: the appeal of a folder is closed with the folder, which somebody has to go on with until then.
 * @throws Refusal `notPossibleNow`, its reason `folderNotDone`, with the folder
 */
export async function refuseAppealOfOpenFolder(
  tx: Tx,
  appeal: Pick<AppealRow, 'id' | 'counterpartyId'>,
): Promise<void> {
  const folder = await getOpenFolderOfAppeal(tx, appeal);
  if (folder) throw refusalOf(folder, 'folderNotDone');
}

/**
 * What a folder itself waits for ends by what is done in the folder, and not by a word beside it.
 * @throws Refusal `notPossibleNow`, its reason `endsInFolder`, with the folder
 */
export async function refuseWorkOfFolder(tx: Tx, next: OnAppeal): Promise<void> {
  const folder = await folderOf(tx, next);
  if (!folder) return;
  const { workNextReactionId, keyNextReactionId, signaturesNextReactionId, deliveryNextReactionId } = folder;
  const work = [workNextReactionId, keyNextReactionId, signaturesNextReactionId, deliveryNextReactionId];
  if (work.includes(next.id)) throw refusalOf(folder, 'endsInFolder');
}

/** Whether the head gives missing signatures by it, which only the folder's own act says (ON-2). */
export async function asksForSignatures(tx: Tx, next: OnAppeal): Promise<boolean> {
  return (await folderOf(tx, next))?.signaturesNextReactionId === next.id;
}

/** @throws Refusal `notPossibleNow`, its reason `endsInFolder`, for the next reaction that asks the head for signatures */
export async function refuseSignaturesBeside(tx: Tx, next: OnAppeal): Promise<void> {
  if (await asksForSignatures(tx, next)) await refuseWorkOfFolder(tx, next);
}

async function folderOf(tx: Tx, { appealId }: OnAppeal): Promise<FolderRow | null> {
  const appeal = appealId === null ? null : await getAppeal(tx, appealId);
  return appeal && getOpenFolderOfAppeal(tx, appeal);
}

const refusalOf = ({ id, number }: FolderRow, reason: 'folderNotDone' | 'endsInFolder') =>
  new Refusal(
    'notPossibleNow',
    'the folder of this appeal is not done',
    {},
    { reason, folderId: id, folderNumber: number },
  );
