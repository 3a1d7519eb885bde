import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, notNow, recordFolderAct, saveFolder } from './act-on-folder';

/**
 * ON-2: signatures are missing on the invoices or contracts, so the head of the client department is to give them; until then
 * the step waits.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when nobody took the folder, the step is signed, or they are asked
 * for already
 */
export async function askSignatures(
  context: Context,
  { folderId, text }: { folderId: string; text: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts } = await folderToWorkOn(tx, person, folderId);
    if (facts.signed.has('signatures')) throw notNow('signedAlready');
    if (facts.lacksSignatures) throw notNow('alreadyDone');
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: `не хватает подписей в папке № ${row.number}`,
      note: text,
      nextReactions: [
        {
          responsible: { kind: 'headOf', departmentKind: 'client' },
          dueSetting: 'tomorrow',
          topic: `подписать счета и договоры папки № ${row.number}`,
        },
      ],
    });
    const { version } = await saveFolder(tx, row, {
      signaturesAskedAt: context.now(),
      signaturesNextReactionId: nextReactionIds[0]!,
      signaturesGivenAt: null,
      signaturesGivenBy: null,
    });
    return { folderId, version };
  });
}
