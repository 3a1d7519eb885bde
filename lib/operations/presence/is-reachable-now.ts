import { listLastSeen } from '@/db/presences';
import type { Db } from '@/db/store';
import { connectionLostAfterMs } from '@/lib/domain/employees/presence';

/** Whether one of the person's live streams is alive. */
export async function isReachableNow(db: Db, employeeId: string, now: number): Promise<boolean> {
  return (await listLastSeen(db, [employeeId], now - connectionLostAfterMs)).has(employeeId);
}
