import { type AppealRow, getAppeal } from '@/db/appeals';
import { type FolderRow, getOpenFolderOfAppeal, listFolderDeviations } from '@/db/folders';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import { maySettleDeviation } from '@/lib/domain/folders/folder-rights';
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
 * What a folder itself waits for, and the deviations that the person may settle, end by what is done in the folder, and not by
 * a word beside it (ON-2, ON-3, ON-5).
 * @throws Refusal `notPossibleNow`, its reason `endsInFolder`, with the folder
 */
export async function refuseWorkOfFolder(tx: Tx, person: Person, next: OnAppeal): Promise<void> {
  const folder = await folderOf(tx, next);
  if (folder && (await listWorkOfFolders(tx, person, [folder])).has(next.id)) {
    throw refusalOf(folder, 'endsInFolder');
  }
}

/** Whether the folder of its appeal alone says that it was done. */
export async function isWorkOfFolder(tx: Tx, person: Person, next: OnAppeal): Promise<boolean> {
  const folder = await folderOf(tx, next);
  return folder !== null && (await listWorkOfFolders(tx, person, [folder])).has(next.id);
}

/** By the ids of the next reactions that end in one of these folders alone, the folder. */
export async function listWorkOfFolders(
  db: Db,
  person: Person,
  folders: readonly FolderRow[],
): Promise<Map<string, FolderRow>> {
  const deviations = await listFolderDeviations(
    db,
    folders.filter((folder) => maySettleDeviation(person, folder)).map(({ id }) => id),
  );
  return new Map(
    folders.flatMap((folder) =>
      [
        folder.workNextReactionId,
        folder.keyNextReactionId,
        folder.signaturesNextReactionId,
        folder.deliveryNextReactionId,
        ...deviations
          .filter(({ folderId, settledAt }) => folderId === folder.id && settledAt === null)
          .flatMap(({ nextReactionIds }) => nextReactionIds),
      ].flatMap((id): [string, FolderRow][] => (id === null ? [] : [[id, folder]])),
    ),
  );
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
