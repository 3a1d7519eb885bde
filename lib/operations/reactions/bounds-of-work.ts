import type { DepartmentRow } from '@/db/departments';
import type { NextReactionRow } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import { latestDueAt } from '@/lib/domain/complaints/complaint';
import { mayBeGivenComplaintWork } from '@/lib/domain/complaints/complaint-rights';
import type { Person } from '@/lib/domain/employees/employee';
import { Refusal } from '@/lib/domain/errors';
import { rightsOf } from '@/lib/operations/complaints/change-complaint';
import { findComplaintOfWork } from '@/lib/operations/complaints/find-complaint-of-work';
import type { Context, Tx } from '@/lib/operations/context';
import { listRightsHolders } from '@/lib/operations/employees/list-rights-holders';
import { findFolderOfWork } from '@/lib/operations/folders/refuse-open-folder';
import type { FoundResponsible } from './find-responsible';

type Receivers = {
  /** Why nobody else is given it. */
  reason: 'complaintOfDepartment' | 'folderOfOthers';
  isPerson: (employeeId: string) => boolean;
  isDepartment: (department: Pick<DepartmentRow, 'id' | 'kind'>) => boolean;
};

/**
 * Who alone may be given a next reaction: what a complaint asks of somebody goes to its department and to management (SA-3), what
 * ends in a folder to those who end it there (ON-5), standing in for nobody. Null: it may go to anybody.
 */
export async function receiversOf(db: Db, next: NextReactionRow): Promise<Receivers | null> {
  const complaint = await findComplaintOfWork(db, next);
  if (complaint) {
    const people = await listPeople(db);
    const mayReceive = (person: Person) => mayBeGivenComplaintWork(person, rightsOf(complaint));
    return {
      reason: 'complaintOfDepartment',
      isPerson: (employeeId) => people.some((person) => person.id === employeeId && mayReceive(person)),
      isDepartment: ({ id, kind }) => id === complaint.departmentId || kind === 'management',
    };
  }
  const ofFolder = await findFolderOfWork(db, next);
  if (!ofFolder) return null;
  const ends = (await listPeople(db)).filter(ofFolder.mayEnd);
  return {
    reason: 'folderOfOthers',
    isPerson: (employeeId) => ends.some((person) => person.id === employeeId),
    isDepartment: ({ id }) => ends.some(({ departmentId }) => departmentId === id),
  };
}

const listPeople = async (db: Db): Promise<Person[]> =>
  (await listRightsHolders(db)).map((holder) => ({ ...holder, presentsAs: holder.name, substitutesFor: [] }));

/**
 * A next reaction is given only to those whose work it may be (SA-3, ON-5).
 * @throws Refusal `invalid` at `responsible`, with its reason
 */
export async function refuseReceiver(
  tx: Tx,
  next: NextReactionRow,
  { employeeId, departmentId, departmentKind }: Omit<FoundResponsible, 'hours'>,
): Promise<void> {
  const receivers = await receiversOf(tx, next);
  if (!receivers) return;
  const { reason, isPerson, isDepartment } = receivers;
  const isAllowed =
    employeeId === null ? isDepartment({ id: departmentId, kind: departmentKind }) : isPerson(employeeId);
  if (isAllowed) return;
  const fields = { responsible: `reactions.errors.${reason}` };
  throw new Refusal('invalid', 'it is not for them', fields, { reason });
}

/**
 * The emergency of a complaint waits no longer than its own answer may (SA-3), and the next reaction for the day of a delivery
 * is due on the day that stands in its folder (ON-5).
 * @param dueAt epoch ms
 * @throws Refusal `invalid` at `dueAt`, `notPossibleNow`, each with its reason
 */
export async function refuseDueTime(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  dueAt: number,
): Promise<void> {
  if (next.kind === 'complaint' && dueAt > latestDueAt(context.now())) {
    const reason = 'complaintDueTooLate';
    throw new Refusal('invalid', 'too late', { dueAt: `reactions.errors.${reason}` }, { reason });
  }
  const folder = (await findFolderOfWork(tx, next))?.folder;
  if (folder?.deliveryNextReactionId !== next.id) return;
  throw new Refusal(
    'notPossibleNow',
    'the day of a delivery is changed in its folder',
    {},
    { reason: 'deliveryDayInFolder', folderId: folder.id, folderNumber: folder.number },
  );
}
