import { countClientsByManager, countClientsOf } from '@/db/assignments';
import { listOpenComplaintsOwnedBy } from '@/db/complaints';
import { listDepartments } from '@/db/departments';
import { type EmployeeRow, listEmployeesByIds } from '@/db/employees';
import { countOpenNextReactions, listResponsibleOutside } from '@/db/open-next-reactions';
import { listOwnersOfOpenRounds } from '@/db/round-plans';
import { countRounds } from '@/db/rounds';
import type { Db } from '@/db/store';
import type { AssignmentRow } from '@/lib/domain/assignments/assignments.contract';
import { shortName } from '@/lib/domain/employees/employee';
import { forbidden } from '@/lib/domain/errors';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { shortNames } from '@/lib/operations/employees/short-names';
import { startOfDay } from '@/lib/operations/rounds/list-rounds';
import { absentAmong } from './absent-managers';
import { listClientManagers } from './hand-over-clients';

const mostCounted = 1000;

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
  const endOfToday = await startOfDay(db, person, now, 1);
  const today = await startOfDay(db, person, now, 0);
  const names = await shortNames(
    db,
    managers.map(({ substituteId }) => substituteId),
  );
  const rows: AssignmentRow[] = [];
  for (const manager of managers) {
    const { id, substituteId } = manager;
    rows.push({
      manager: { id, name: shortName(manager) },
      isFormer: !atWork.includes(manager),
      isAbsent: manager.disabledAt !== null || absent.has(id),
      substitute:
        substituteId && names.has(substituteId) ? { id: substituteId, name: names.get(substituteId)! } : null,
      clients: clients.get(id) ?? 0,
      openRounds: await countRounds(db, { show: 'open', managerIds: [id] }),
      dueRounds: await countRounds(db, { show: 'open', managerIds: [id], dueBefore: endOfToday }),
      overdueRounds: await countRounds(db, { show: 'open', managerIds: [id], dueBefore: today }),
      openComplaints: (await listOpenComplaintsOwnedBy(db, id)).length,
      openNextReactions: await countOpenNextReactions(db, { employeeIds: [id] }, mostCounted),
    });
  }
  context.saw({ kind: 'assignments', rowCount: rows.length });
  return { rows, unassigned: await countClientsOf(db, null) };
}

/** Who has clients, rounds or work of the client department and is no client manager any more stands there too, so that they are not forgotten. */
async function withFormerManagers(
  db: Db,
  managers: EmployeeRow[],
  ownersOfClients: string[],
): Promise<EmployeeRow[]> {
  const department = (await listDepartments(db)).find(({ kind }) => kind === 'client');
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
