import { getEmployee } from '@/db/employees';
import { insertFolderDeviation } from '@/db/folders';
import type { NextReactionToWrite, Responsible } from '@/lib/domain/reactions/records';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { folderToWorkOn, notNow, recordFolderAct, saveFolder } from './act-on-folder';

/**
 * ON-3: what is not to standard in the folder goes to the sales manager of the title page and to the head of sales, each as
 * a next reaction, and stays visible until it is settled.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when nobody took the folder, or it is done
 */
export async function reportDeviation(
  context: Context,
  input: { folderId: string; text: string },
): Promise<{ folderId: string; version: number; deviationId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { row } = await folderToWorkOn(tx, person, input.folderId);
    if (row.state === 'done') throw notNow('done');
    const topic = `отклонение в папке № ${row.number}`;
    const told = await listenersOf(tx, row.salesManagerId);
    const { nextReactionIds } = await recordFolderAct(tx, context, person, row, {
      topic,
      note: input.text,
      nextReactions: told.map(
        (responsible): NextReactionToWrite => ({ responsible, dueSetting: 'tomorrow', topic }),
      ),
    });
    const deviationId = context.newId();
    await insertFolderDeviation(tx, {
      id: deviationId,
      folderId: row.id,
      text: input.text,
      reportedBy: person.id,
      reportedAt: context.now(),
      nextReactionIds,
      settledAt: null,
      settledBy: null,
      settlement: '',
    });
    const { version } = await saveFolder(tx, row, {});
    return { folderId: row.id, version, deviationId };
  });
}

/** A sales manager who works no more is stood in for by the department. */
async function listenersOf(tx: Tx, salesManagerId: string): Promise<Responsible[]> {
  const employee = await getEmployee(tx, salesManagerId);
  const isWorking = employee !== null && employee.disabledAt === null;
  const head = { kind: 'headOf', departmentKind: 'sales' } as const;
  const { employeeId: headId } = await findResponsible(tx, head);
  if (headId === salesManagerId) return [head];
  return [
    isWorking
      ? { kind: 'employee', employeeId: salesManagerId }
      : { kind: 'department', departmentKind: 'sales' },
    head,
  ];
}
