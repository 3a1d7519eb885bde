import { insertChange } from '@/db/changes';
import { getEmployee } from '@/db/employees';
import { getFolderLocked, listOpenFoldersTakenBy, updateFolder } from '@/db/folders';
import { getNextReactionLocked } from '@/db/next-reactions';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { saveResponsibility } from '@/lib/operations/reactions/change-next-reaction';

/**
 * Folders that are not done follow their clients to another person, and with them what stands for the work on the folder and
 * for its delivery.
 * @param receivers whom each client goes to, by the id of the card
 * @returns how many next reactions went along
 */
export async function handOverFolders(
  tx: Tx,
  context: Context,
  {
    fromId,
    receivers,
    reason,
  }: { fromId: string; receivers: ReadonlyMap<string, string>; reason: string | null },
): Promise<number> {
  let count = 0;
  for (const { id } of await listOpenFoldersTakenBy(tx, fromId, [...receivers.keys()])) {
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
    for (const nextId of [folder.workNextReactionId, folder.deliveryNextReactionId]) {
      if (nextId && (await handOverNext(tx, context, nextId, { fromId, toId, reason }))) count += 1;
    }
  }
  return count;
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
