import { countClientsByManager, countClientsOf } from '@/db/assignments';
import { countOpenComplaintsByOwner } from '@/db/complaints';
import { type EmployeeRow, listEmployeesByIds } from '@/db/employees';
import { countOpenNextReactionsByEmployee, listResponsibleOutside } from '@/db/open-next-reactions';
import { listOwnersOfOpenRounds } from '@/db/round-plans';
import { countOpenRoundsByManager } from '@/db/rounds';
import type { Db } from '@/db/store';
import type { AssignmentRow } from '@/lib/domain/assignments/assignments.contract';
import { shortName } from '@/lib/domain/employees/employee';
import { forbidden } from '@/lib/domain/errors';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { clientDepartment } from '@/lib/operations/departments/client-department';
import { shortNames } from '@/lib/operations/employees/short-names';
import { startOfDay } from '@/lib/operations/rounds/list-rounds';
import { absentAmong } from './absent-managers';
import { listClientManagers } from './hand-over-clients';

/** What each client manager has on their hands. @throws Refusal `forbidden` */
export async function listAssignments(
  context: Context,
): Promise<{ rows: AssignmentRow[]; unassigned: number }> {
  const person = signedIn(context);
  if (!mayAssignClients(person)) throw forbidden();
  const db = context.read;
  const clients = await countClientsByManager(db);
  const atWork = await listClientManagers(db);
  const managers = await withFormerManagers(db, atWork, [...clients.keys()]);
  const now = context.now();
  const absent = await absentAmong(db, managers, now);
  const ids = managers.map(({ id }) => id);
  const rounds = await countOpenRoundsByManager(db, ids, {
    dueBefore: await startOfDay(db, person, now, 1),
    overdueBefore: await startOfDay(db, person, now, 0),
  });
  const complaints = await countOpenComplaintsByOwner(db, ids);
  const nextReactions = await countOpenNextReactionsByEmployee(db, ids);
  const names = await shortNames(
    db,
    managers.map(({ substituteId }) => substituteId),
  );
  const rows = managers.map((manager): AssignmentRow => {
    const { id, substituteId } = manager;
    const { open = 0, due = 0, overdue = 0 } = rounds.get(id) ?? {};
    return {
      manager: { id, name: shortName(manager) },
      isFormer: !atWork.includes(manager),
      isAbsent: manager.disabledAt !== null || absent.has(id),
      substitute:
        substituteId && names.has(substituteId) ? { id: substituteId, name: names.get(substituteId)! } : null,
      clients: clients.get(id) ?? 0,
      openRounds: open,
      dueRounds: due,
      overdueRounds: overdue,
      openComplaints: complaints.get(id) ?? 0,
      openNextReactions: nextReactions.get(id) ?? 0,
    };
  });
  context.saw({ kind: 'assignments', rowCount: rows.length });
  return { rows, unassigned: await countClientsOf(db, null) };
}

/** Who has clients, rounds or work of the client department and is no client manager any more stands there too, so that they are not forgotten. */
async function withFormerManagers(
  db: Db,
  managers: EmployeeRow[],
  ownersOfClients: string[],
): Promise<EmployeeRow[]> {
  const department = await clientDepartment(db);
  const known = new Set(managers.map(({ id }) => id));
  const owners = new Set([
    ...ownersOfClients,
    ...(await listOwnersOfOpenRounds(db)),
    ...(department ? await listResponsibleOutside(db, department.id) : []),
  ]);
  const others = await listEmployeesByIds(
    db,
    [...owners].filter((id) => !known.has(id)),
  );
  return [...managers, ...others];
}
