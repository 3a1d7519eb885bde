import { hasStepsLeft } from '@/lib/domain/folders/folder-state';
import { type Context, signedIn } from '@/lib/operations/context';
import { folderToWorkOn, notNow, recordFolderAct, saveFolder, workLeft } from './act-on-folder';

/**
 * ON-5: the courier has collected the parcel, which is complete: every step is signed and no deviation is open (ON-3). What was left
 * to do until then ends with it.
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
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: 'курьер забрал посылку',
      fulfils: [row.workNextReactionId],
      otherwise: await workLeft(tx, row, `узнать о доставке, папка № ${row.number}`),
    });
    const { version } = await saveFolder(tx, row, {
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
      collectedAt: context.now(),
      collectedBy: person.id,
    });
    return { folderId: row.id, version };
  });
}
