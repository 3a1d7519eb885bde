import { updateFolderSignatureReopened } from '@/db/folder-signatures';
import { getNextReaction } from '@/db/next-reactions';
import { forbidden } from '@/lib/domain/errors';
import { mayReopenSteps } from '@/lib/domain/folders/folder-rights';
import type { FolderStep } from '@/lib/domain/folders/step';
import type { NextReactionToWrite } from '@/lib/domain/reactions/records';
import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, keyToGive, notNow, recordFolderAct, saveFolder } from './act-on-folder';

/**
 * The head takes a signature back with a reason, so that the step is signed anew: over another courier's order, or over a key that
 * support confirms anew. Work that was done by then becomes a next reaction again of whoever took the folder.
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
    const left: NextReactionToWrite[] =
      !work || work.endedAt !== null
        ? [
            {
              responsible: { kind: 'employee', employeeId: keeperId },
              dueSetting: 'tomorrow',
              topic: `подготовить папку клиента № ${row.number}`,
            },
          ]
        : [];
    const forKey = step === 'keyAndDisc' ? [keyToGive(row)] : [];
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: 'подпись в папке снята',
      note: reason,
      nextReactions: [...left, ...forKey],
    });
    const [workNextReactionId = row.workNextReactionId] = nextReactionIds.slice(0, left.length);
    const [keyNextReactionId] = nextReactionIds.slice(left.length);
    const { version } = await saveFolder(tx, row, {
      workNextReactionId,
      ...(keyNextReactionId && { keyNextReactionId, keyConfirmedAt: null, keyConfirmedBy: null }),
    });
    return { folderId, version };
  });
}
