import { getEmployee } from '@/db/employees';
import { findPresences } from '@/db/presences';
import type { Db } from '@/db/store';
import { isAbsent } from '@/lib/domain/employees/presence';

/** CS-9: whose phone rings for this person at `now` (epoch ms): while they are absent, their substitute's. */
export async function findReceiver(db: Db, employeeId: string, now: number): Promise<string> {
  const [presence] = await findPresences(db, [employeeId]);
  if (!isAbsent(presence, now)) return employeeId;
  return (await getEmployee(db, employeeId))?.substituteId ?? employeeId;
}
