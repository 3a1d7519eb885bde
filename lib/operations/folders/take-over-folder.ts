import { insertChange } from '@/db/changes';
import { type CounterpartyRow, getCounterpartyLocked, updateCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import { getFolder } from '@/db/folders';
import { updateRoundsManager } from '@/db/round-plans';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { mayWorkOnFolders } from '@/lib/domain/folders/folder-rights';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { keyToGive, notNow, recordFolderAct, saveFolder, visibleFolderLocked } from './act-on-folder';
import { handOverFolders } from './hand-over-folders';

/**
 * ON-1: somebody of the client department takes a folder over. The client is theirs from now on (CO-1), with the rounds and
 * the other folders that are not done; what the folder waits for becomes next reactions: theirs, and support's for the key of
 * a parcel.
 * @param input.seenManagerId whose client it is, as the person saw it
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when somebody who still works has taken it, or it is done;
 * `conflict` when the client is of somebody who still works and was not seen
 */
export async function takeOverFolder(
  context: Context,
  { folderId, seenManagerId }: { folderId: string; seenManagerId: string | null },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const found = await getFolder(tx, folderId);
    if (!found) throw notFound('folder');
    const card = await getCounterpartyLocked(tx, found.counterpartyId);
    const asked = await visibleFolderLocked(tx, person, folderId);
    if (!mayWorkOnFolders(person)) throw forbidden();
    if (asked.row.state === 'done') throw notNow('done');
    const { takenBy } = asked.row;
    if (takenBy !== null && (await isWorking(tx, takenBy))) throw notNow('alreadyTaken');
    if (card && card.assignedTo !== person.id) {
      await refuseUnseenManager(tx, card, seenManagerId);
      await assignClient(tx, context, person, card);
    }
    const { row } = await visibleFolderLocked(tx, person, folderId);
    const forKey = row.hasParts && row.keyNextReactionId === null ? [keyToGive(row)] : [];
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic: 'папка клиента принята',
      fulfils: [row.workNextReactionId],
      nextReactions: [
        {
          responsible: { kind: 'employee', employeeId: person.id },
          dueSetting: 'inAWeek',
          topic: `подготовить папку клиента № ${row.number}`,
        },
        ...forKey,
      ],
    });
    const { version } = await saveFolder(tx, row, {
      takenBy: person.id,
      takenAt: context.now(),
      workNextReactionId: nextReactionIds[0]!,
      keyNextReactionId: nextReactionIds[1] ?? row.keyNextReactionId,
    });
    return { folderId: row.id, version };
  });
}

async function isWorking(tx: Tx, employeeId: string): Promise<boolean> {
  return (await getEmployee(tx, employeeId))?.disabledAt === null;
}

/** CO-1: nobody takes a colleague's client without knowing it. */
async function refuseUnseenManager(
  tx: Tx,
  { assignedTo }: CounterpartyRow,
  seenManagerId: string | null,
): Promise<void> {
  if (assignedTo === null || assignedTo === seenManagerId || !(await isWorking(tx, assignedTo))) return;
  throw new Refusal('conflict', 'the client is of somebody else', {}, { reason: 'anotherManager' });
}

async function assignClient(tx: Tx, context: Context, person: Person, card: CounterpartyRow): Promise<void> {
  const now = context.now();
  await updateCounterparty(tx, card.id, { assignedTo: person.id, updatedAt: now, version: card.version + 1 });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'counterparty',
    nounId: card.id,
    at: now,
    employeeId: person.id,
    fields: { assignedTo: { from: card.assignedTo, to: person.id } },
  });
  await updateRoundsManager(tx, [card.id], person.id);
  if (card.assignedTo !== null) {
    const receivers = new Map([[card.id, person.id]]);
    await handOverFolders(tx, context, { fromId: card.assignedTo, receivers, reason: null });
  }
  tell(tx, { noun: 'counterparty', nounId: card.id }, { noun: 'round', nounId: card.id });
}
