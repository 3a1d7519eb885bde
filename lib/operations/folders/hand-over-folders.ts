import { insertChange } from '@/db/changes';
import { getEmployee } from '@/db/employees';
import { getFolderLocked, listOpenFoldersTakenBy, updateFolder } from '@/db/folders';
import { getNextReactionLocked } from '@/db/next-reactions';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { saveResponsibility } from '@/lib/operations/reactions/change-next-reaction';

/** Ids of the folders that went to another person, and of the next reactions that went along. */
export type HandedOver = { folders: string[]; nextReactions: string[] };

/**
 * Folders that are not done follow their clients to another person, and with them what stands for the work on the folder and
 * for its delivery.
 * @param receivers whom each client goes to, by the id of the card
 * @param only those of them alone, when given
 */
export async function handOverFolders(
  tx: Tx,
  context: Context,
  {
    fromId,
    receivers,
    reason,
    only,
  }: { fromId: string; receivers: ReadonlyMap<string, string>; reason: string | null; only?: HandedOver },
): Promise<HandedOver> {
  const handedOver: HandedOver = { folders: [], nextReactions: [] };
  for (const { id } of await listOpenFoldersTakenBy(tx, fromId, [...receivers.keys()])) {
    if (only && !only.folders.includes(id)) continue;
    const folder = await getFolderLocked(tx, id);
    const toId = folder && receivers.get(folder.counterpartyId);
    if (!toId || folder.takenBy !== fromId || toId === fromId) continue;
    await updateFolder(tx, id, { takenBy: toId, version: folder.version + 1 });
    await insertChange(tx, {
      id: context.newId(),
      noun: 'folder',
      nounId: id,
      at: context.now(),
      employeeId: signedIn(context).id,
      fields: { takenBy: { from: fromId, to: toId } },
      reason,
    });
    tell(tx, { noun: 'folder', nounId: id });
    handedOver.folders.push(id);
    for (const nextId of [folder.workNextReactionId, folder.deliveryNextReactionId]) {
      if (!nextId || (only && !only.nextReactions.includes(nextId))) continue;
      if (await handOverNext(tx, context, nextId, { fromId, toId, reason })) {
        handedOver.nextReactions.push(nextId);
      }
    }
  }
  return handedOver;
}

async function handOverNext(
  tx: Tx,
  context: Context,
  nextReactionId: string,
  { fromId, toId, reason }: { fromId: string; toId: string; reason: string | null },
): Promise<boolean> {
  const next = await getNextReactionLocked(tx, nextReactionId);
  if (next?.endedAt !== null || next.responsibleEmployeeId !== fromId) return false;
  const to = (await getEmployee(tx, toId))!;
  await saveResponsibility(
    tx,
    context,
    next,
    { responsibleEmployeeId: to.id, responsibleDepartmentId: to.departmentId },
    { what: 'handedOver', reason, employeeId: signedIn(context).id },
  );
  return true;
}
