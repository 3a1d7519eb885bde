import { listDepartments } from '@/db/departments';
import type { Db } from '@/db/store';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { hoursOf } from '@/lib/operations/reactions/find-responsible';

/** The clock of the client department, which plans deliveries. */
export async function zoneOfClientDepartment(db: Db): Promise<string> {
  const department = (await listDepartments(db)).find(
    ({ kind, disabledAt }) => kind === 'client' && disabledAt === null,
  );
  const hours = department && hoursOf(department);
  return hours?.timeZone ?? 'Europe/Moscow';
}

/** The day by that clock: `YYYY-MM-DD`. `now`: epoch ms. */
export async function todayInClientDepartment(db: Db, now: number): Promise<string> {
  return wallTimeAt(now, await zoneOfClientDepartment(db)).date;
}
