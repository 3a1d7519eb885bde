import { findPresences, listLastSeen } from '@/db/presences';
import type { Db } from '@/db/store';
import { connectionLostAfterMs } from '@/lib/domain/employees/presence';

/** IN-3: a person is there when they say so and their console is open; whoever just talks is there too. */
export async function isPresent(db: Db, now: number, employeeId: string): Promise<boolean> {
  const [presence] = await findPresences(db, [employeeId]);
  const isReachable = (await listLastSeen(db, [employeeId], now - connectionLostAfterMs)).has(employeeId);
  return presence?.chosen === 'available' && isReachable;
}
