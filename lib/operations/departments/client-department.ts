import { type DepartmentRow, getDepartmentByKind } from '@/db/departments';
import type { Db } from '@/db/store';
import { timeZoneOf } from '@/lib/domain/deadlines/business-hours';
import { wallTimeAt } from '@/lib/domain/deadlines/time-zone';

/** The client department: every call comes in there, and its managers have the clients. */
export const clientDepartment = (db: Db): Promise<DepartmentRow | null> => getDepartmentByKind(db, 'client');

/** The same for a call, which nobody could be offered without. @throws Error when the company has none */
export async function requireClientDepartment(db: Db): Promise<DepartmentRow> {
  const department = await clientDepartment(db);
  if (!department) throw new Error('the company has no client department');
  return department;
}

/** Its clock: by it deliveries are planned, files are read, and days and hours of the reports are counted. */
export const clientTimeZone = async (db: Db): Promise<string> => timeZoneOf(await clientDepartment(db));

/** The day by that clock: `YYYY-MM-DD`. `now`: epoch ms. */
export const todayInClientDepartment = async (db: Db, now: number): Promise<string> =>
  wallTimeAt(now, await clientTimeZone(db)).date;
