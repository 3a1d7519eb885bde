import type { FolderRow } from '@/db/folders';
import { listReactionsOfAppeals } from '@/db/reactions';
import type { Db } from '@/db/store';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  folderToWorkOn,
  notNow,
  recordFolderAct,
  refuseChanged,
  saveFolder,
  workLeft,
} from './act-on-folder';
import { topicOfWelcome } from './note-welcome';

const actsRead = 100;

/** Whether this person noted the welcome of a folder by hand (ON-4). */
export async function notedWelcome(
  db: Db,
  person: Person,
  row: Pick<FolderRow, 'appealId' | 'number' | 'welcomeNote'>,
): Promise<boolean> {
  if (row.welcomeNote === null) return false;
  const acts = await listReactionsOfAppeals(db, [row.appealId], actsRead, ['other']);
  const noted = acts.find(({ topic }) => topic === topicOfWelcome(row.number));
  return noted?.employeeId === person.id;
}

/**
 * ON-4: whoever noted the welcome by hand puts the note right while nobody signed the step; what stood there is in the
 * history of the appeal.
 * @throws Refusal `notFound`, `forbidden` for everybody else, `notPossibleNow` when none was noted or the step is signed,
 * `conflict` when the folder was changed since the given version
 */
export async function correctWelcome(
  context: Context,
  { folderId, text, version: basedOn }: { folderId: string; text: string; version: number },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts } = await folderToWorkOn(tx, person, folderId);
    if (row.welcomeNote === null) throw notNow('notNoted');
    if (!(await notedWelcome(tx, person, row))) throw forbidden();
    if (facts.signed.has('clientCalled')) throw notNow('signedAlready');
    refuseChanged(row, basedOn);
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: topicOfWelcome(row.number),
      note: text,
      otherwise: await workLeft(tx, row),
    });
    const { version } = await saveFolder(tx, row, {
      welcomeNote: text,
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
    });
    return { folderId, version };
  });
}
