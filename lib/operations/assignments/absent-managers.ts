import type { EmployeeRow } from '@/db/employees';
import { findPresences } from '@/db/presences';
import { listOwnersOfOpenRounds } from '@/db/round-plans';
import type { Db } from '@/db/store';
import { isAbsent } from '@/lib/domain/employees/presence';
import { maySeeRounds } from '@/lib/domain/rounds/round-rights';
import { listRightsHolders } from '@/lib/operations/employees/list-rights-holders';
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

/**
 * CS-9: whose rounds nobody calls: absent client managers without a substitute who is there and may call rounds, and whoever has
 * open rounds and is no client manager any more.
 */
export async function listUnattendedManagers(db: Db, now: number): Promise<string[]> {
  const managers = await listClientManagers(db);
  const callers = (await listRightsHolders(db)).filter(maySeeRounds);
  const absent = await absentAmong(db, [...managers, ...callers], now);
  const doing = new Set(callers.filter(({ id }) => !absent.has(id)).map(({ id }) => id));
  const away = managers.filter(({ id, substituteId }) => absent.has(id) && !doing.has(substituteId ?? ''));
  const atWork = new Set(managers.map(({ id }) => id));
  const former = (await listOwnersOfOpenRounds(db)).filter((id) => !atWork.has(id));
  return [...away.map(({ id }) => id), ...former];
}
