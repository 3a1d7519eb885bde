import { updateFolder } from '@/db/folders';
import type { Person } from '@/lib/domain/employees/employee';
import { isComplete } from '@/lib/domain/folders/folder-state';
import type { Context, Tx } from '@/lib/operations/context';
import { closeAppealOfFolder, recordFolderAct, workLeft } from './act-on-folder';
import type { WholeFolder } from './read-folders';

/**
 * Everything is signed and to standard: the work on the folder is done, and without a parcel so is the folder. Nothing while
 * something of it is left (ON-2, ON-3). Where nobody would have the parcel, handing it to the courier is the work that is left.
 */
export async function finishWork(
  tx: Tx,
  context: Context,
  person: Person,
  { row, facts }: WholeFolder,
): Promise<void> {
  if (!isComplete(facts)) return;
  const isDone = row.state === 'done';
  const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
    topic: 'папка клиента собрана',
    fulfils: [row.workNextReactionId],
    otherwise: isDone ? undefined : await workLeft(tx, row, `отдать посылку курьеру, папка № ${row.number}`),
  });
  const [workNextReactionId] = nextReactionIds;
  if (workNextReactionId) await updateFolder(tx, row.id, { workNextReactionId });
  if (isDone) await closeAppealOfFolder(tx, context, person, row);
}
