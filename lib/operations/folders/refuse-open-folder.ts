import { type AppealRow, getAppeal } from '@/db/appeals';
import { type FolderRow, getOpenFolderOfAppeal, listFolderDeviations } from '@/db/folders';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import {
  mayConfirmKeys,
  mayGiveSignatures,
  maySeeFolder,
  maySettleDeviation,
  mayWorkOnFolder,
} from '@/lib/domain/folders/folder-rights';
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

/** The folder that a next reaction ends in alone, and who ends it there; null when it ends like any other. */
export async function findFolderOfWork(
  db: Db,
  next: OnAppeal,
): Promise<{ folder: FolderRow; mayEnd: (person: Person) => boolean } | null> {
  const folder = await folderOf(db, next);
  if (!folder) return null;
  const may = await rightToEnd(db, folder, next.id);
  return may && { folder, mayEnd: (person) => maySeeFolder(person, folder) && may(person, folder) };
}

async function rightToEnd(db: Db, folder: FolderRow, nextReactionId: string) {
  switch (nextReactionId) {
    case folder.workNextReactionId:
    case folder.deliveryNextReactionId:
      return mayWorkOnFolder;
    case folder.keyNextReactionId:
      return mayConfirmKeys;
    case folder.signaturesNextReactionId:
      return mayGiveSignatures;
    default: {
      const deviations = await listFolderDeviations(db, [folder.id]);
      return deviations.some(({ nextReactionIds }) => nextReactionIds.includes(nextReactionId))
        ? maySettleDeviation
        : null;
    }
  }
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

async function folderOf(db: Db, { appealId }: OnAppeal): Promise<FolderRow | null> {
  const appeal = appealId === null ? null : await getAppeal(db, appealId);
  return appeal && getOpenFolderOfAppeal(db, appeal);
}

const refusalOf = ({ id, number }: FolderRow, reason: 'folderNotDone' | 'endsInFolder') =>
  new Refusal(
    'notPossibleNow',
    'the folder of this appeal is not done',
    {},
    { reason, folderId: id, folderNumber: number },
  );
