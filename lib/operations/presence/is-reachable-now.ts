import { listHeard } from '@/db/presences';
import type { Db } from '@/db/store';
import { connectionLostAfterMs } from '@/lib/domain/employees/presence';

/** Whether one of the person's consoles is open and alive, whatever their telephone is. */
export async function isReachableNow(db: Db, employeeId: string, now: number): Promise<boolean> {
  return (await listHeard(db, [employeeId], now - connectionLostAfterMs)).has(employeeId);
}
