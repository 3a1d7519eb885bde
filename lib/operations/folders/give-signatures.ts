import { forbidden } from '@/lib/domain/errors';
import { mayGiveSignatures } from '@/lib/domain/folders/folder-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { notNow, recordFolderAct, saveFolder, visibleFolderLocked, workLeft } from './act-on-folder';

/**
 * ON-2: the head, or who stands in (CS-9), has signed what was missing, which fulfils the head's next reaction; what is left is to stamp it.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when none are asked for
 */
export async function giveSignatures(
  context: Context,
  { folderId }: { folderId: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts } = await visibleFolderLocked(tx, person, folderId);
    if (!mayGiveSignatures(person)) throw forbidden();
    if (!facts.lacksSignatures) throw notNow('alreadyDone');
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: `счета и договоры папки № ${row.number} подписаны`,
      fulfils: [row.signaturesNextReactionId],
      otherwise: await workLeft(tx, row),
    });
    const { version } = await saveFolder(tx, row, {
      signaturesGivenAt: context.now(),
      signaturesGivenBy: person.id,
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
    });
    return { folderId, version };
  });
}
