import { insertChange } from '@/db/changes';
import { getCounterpartyLocked, updateCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden } from '@/lib/domain/errors';
import { mayWorkOnFolders } from '@/lib/domain/folders/folder-rights';
import type { NextReactionToWrite } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { notNow, recordFolderAct, saveFolder, visibleFolderLocked } from './act-on-folder';

/**
 * ON-1: somebody of the client department takes a folder over. The client is theirs from now on (CO-1); what the folder
 * waits for becomes next reactions: theirs, and support's for the key of a parcel.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when somebody who still works has taken it, or it is done
 */
export async function takeOverFolder(
  context: Context,
  input: { folderId: string },
): Promise<{ folderId: string; version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row } = await visibleFolderLocked(tx, person, input.folderId);
    if (!mayWorkOnFolders(person)) throw forbidden();
    if (row.state === 'done') throw notNow('done');
    if (row.takenBy !== null && (await isWorking(tx, row.takenBy))) throw notNow('alreadyTaken');
    await assignClient(tx, context, person, row.counterpartyId);
    const forKey: NextReactionToWrite[] =
      row.hasParts && row.keyNextReactionId === null
        ? [
            {
              responsible: { kind: 'department', departmentKind: 'support' },
              dueSetting: 'tomorrow',
              topic: `выдать ключ и диск по папке № ${row.number}`,
            },
          ]
        : [];
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

async function assignClient(tx: Tx, context: Context, person: Person, counterpartyId: string): Promise<void> {
  const card = await getCounterpartyLocked(tx, counterpartyId);
  if (!card || card.assignedTo === person.id) return;
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
  tell(tx, { noun: 'counterparty', nounId: card.id });
}
