import type { AppealRow } from '@/db/appeals';
import { getOpenFolderOfAppeal, updateFolder } from '@/db/folders';
import type { Context, Tx } from '@/lib/operations/context';
import { writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';
import { workLeft } from './act-on-folder';

/**
 * The last open next reaction of an appeal has ended: of a folder that is not done what is left goes to whoever has it.
 * Returns whether there is such a folder, so that its appeal stays open.
 */
export async function keepFolderWaiting(
  tx: Tx,
  context: Context,
  { id: appealId, counterpartyId }: Pick<AppealRow, 'id' | 'counterpartyId'>,
  { reactionId, createdBy }: { reactionId: string; createdBy: string },
): Promise<boolean> {
  const folder = await getOpenFolderOfAppeal(tx, { id: appealId, counterpartyId });
  if (!folder) return false;
  const left = await workLeft(tx, folder);
  const topic = left.topic ?? '';
  const { nextReactionIds } = await writeNextReactions(
    tx,
    context,
    { kind: 'act', appealId, counterpartyId, reactionId, callId: null, topic, createdBy },
    [left],
  );
  await updateFolder(tx, folder.id, { workNextReactionId: nextReactionIds[0]! });
  return true;
}
