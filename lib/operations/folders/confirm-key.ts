import { forbidden } from '@/lib/domain/errors';
import { mayConfirmKeys } from '@/lib/domain/folders/folder-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { notNow, recordFolderAct, saveFolder, visibleFolderLocked } from './act-on-folder';

/**
 * ON-2: support gives the electronic key and the disc out against the folder, which fulfils their next reaction.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` without a parcel, before the folder was taken, or a second time
 */
export async function confirmKey(
  context: Context,
  input: { folderId: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row } = await visibleFolderLocked(tx, person, input.folderId);
    if (!mayConfirmKeys(person)) throw forbidden();
    if (!row.hasParts) throw notNow('noParcel');
    if (row.takenBy === null) throw notNow('notTaken');
    if (row.keyConfirmedAt !== null) throw notNow('alreadyDone');
    await recordFolderAct(tx, context, person, row, {
      topic: `ключ и диск выданы по папке № ${row.number}`,
      fulfils: [row.keyNextReactionId],
    });
    const { version } = await saveFolder(tx, row, {
      keyConfirmedAt: context.now(),
      keyConfirmedBy: person.id,
    });
    return { folderId: row.id, version };
  });
}
