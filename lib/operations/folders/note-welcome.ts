import { type Context, signedIn } from '@/lib/operations/context';
import { lockTalksOf, refuseWhileTalking } from '@/lib/operations/rounds/talks-of-round';
import { folderToWorkOn, notNow, recordFolderAct, saveFolder, workLeft } from './act-on-folder';

/** What an act says that notes a welcome by hand. */
export const topicOfWelcome = (folderNumber: number) => `знакомство с клиентом, папка № ${folderNumber}`;

/**
 * ON-4: the client was welcomed outside the product, by a mobile phone or in person; says how, and why not by the script.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when nobody took the folder, the client was welcomed already, or the
 * welcome call runs
 */
export async function noteWelcome(
  context: Context,
  { folderId, text }: { folderId: string; text: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    await lockTalksOf(tx, folderId);
    const { row } = await folderToWorkOn(tx, person, folderId);
    if (row.welcomedAt !== null) throw notNow('alreadyWelcomed');
    await refuseWhileTalking(tx, folderId);
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: topicOfWelcome(row.number),
      note: text,
      otherwise: await workLeft(tx, row),
    });
    const { version } = await saveFolder(tx, row, {
      welcomedAt: context.now(),
      welcomeNote: text,
      workNextReactionId: nextReactionIds[0] ?? row.workNextReactionId,
    });
    return { folderId, version };
  });
}
