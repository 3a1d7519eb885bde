import { hasStepsLeft } from '@/lib/domain/folders/folder-state';
import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, notNow, recordFolderAct, saveFolder } from './act-on-folder';

/**
 * ON-5: the courier has collected the parcel, which is complete: every step is signed and no deviation is open (ON-3).
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow`
 */
export async function collectParcel(
  context: Context,
  input: { folderId: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row, facts } = await folderToWorkOn(tx, person, input.folderId);
    if (!row.hasParts) throw notNow('noParcel');
    if (row.collectedAt !== null) throw notNow('alreadyCollected');
    if (facts.hasOpenDeviation) throw notNow('openDeviation');
    if (hasStepsLeft(facts)) throw notNow('stepsLeft');
    await recordFolderAct(tx, context, person, row, { topic: 'курьер забрал посылку' });
    const { version } = await saveFolder(tx, row, {
      collectedAt: context.now(),
      collectedBy: person.id,
    });
    return { folderId: row.id, version };
  });
}
