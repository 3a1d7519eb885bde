import { updateFolderSignatureReopened } from '@/db/folder-signatures';
import { getNextReaction } from '@/db/next-reactions';
import { forbidden } from '@/lib/domain/errors';
import { mayReopenSteps } from '@/lib/domain/folders/folder-rights';
import type { FolderStep } from '@/lib/domain/folders/step';
import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, notNow, recordFolderAct, saveFolder } from './act-on-folder';

/**
 * The head takes a signature back with a reason, so that the step is signed anew. Work that was done by then becomes a next
 * reaction again of whoever took the folder.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when the step is not signed
 */
export async function reopenStep(
  context: Context,
  { folderId, step, reason }: { folderId: string; step: FolderStep; reason: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, keeperId } = await folderToWorkOn(tx, person, folderId);
    if (!mayReopenSteps(person)) throw forbidden();
    const reopened = { reopenedAt: context.now(), reopenedBy: person.id, reopenReason: reason };
    if (!(await updateFolderSignatureReopened(tx, { folderId, step }, reopened))) throw notNow('notSigned');
    const work = await getNextReaction(tx, row.workNextReactionId);
    const isDone = !work || work.endedAt !== null;
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: 'подпись в папке снята',
      note: reason,
      nextReactions: isDone
        ? [
            {
              responsible: { kind: 'employee', employeeId: keeperId },
              dueSetting: 'tomorrow',
              topic: `подготовить папку клиента № ${row.number}`,
            },
          ]
        : [],
    });
    const { version } = await saveFolder(tx, row, {
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
    });
    return { folderId, version };
  });
}
