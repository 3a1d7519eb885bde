import { type EmployeeRow, listEmployeesByIds } from '@/db/employees';
import { findPresences } from '@/db/presences';
import type { Db } from '@/db/store';
import { isAbsent } from '@/lib/domain/employees/presence';
import { listClientManagers } from './hand-over-clients';

/** Which of these people are absent now (CS-9). */
export async function absentAmong(
  db: Db,
  employees: readonly Pick<EmployeeRow, 'id'>[],
  now: number,
): Promise<Set<string>> {
  const presences = await findPresences(
    db,
    employees.map(({ id }) => id),
  );
  return new Set(presences.filter((presence) => isAbsent(presence, now)).map(({ employeeId }) => employeeId));
}

/** CS-9: absent client managers whose work nobody does: without a substitute, or with one who is absent too. */
export async function listUnattendedManagers(db: Db, now: number): Promise<string[]> {
  const managers = await listClientManagers(db);
  const absent = await absentAmong(db, managers, now);
  const away = managers.filter(({ id }) => absent.has(id));
  const substitutes = await listEmployeesByIds(
    db,
    away.flatMap(({ substituteId }) => substituteId ?? []),
  );
  const absentToo = await absentAmong(db, substitutes, now);
  const doing = new Set(
    substitutes.filter(({ id, disabledAt }) => disabledAt === null && !absentToo.has(id)).map(({ id }) => id),
  );
  return away.filter(({ substituteId }) => !doing.has(substituteId ?? '')).map(({ id }) => id);
}
