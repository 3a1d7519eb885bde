import { getEmployee } from '@/db/employees';
import { getPresenceForUpdate, listHeard, updatePresence } from '@/db/presences';
import { connectionLostAfterMs, whyUnreachable } from '@/lib/domain/employees/presence';
import type { Tx } from '@/lib/operations/context';

/**
 * Keeps since when no call can ring at the person: since `from` (epoch ms, else `now`), unless it was so before. Called
 * after whatever decides it: a console that comes or goes, its telephone, the person's choice. Returns whether it changed.
 */
export async function noteReachability(
  tx: Tx,
  { employeeId, now, from = now }: { employeeId: string; now: number; from?: number },
): Promise<boolean> {
  const employee = await getEmployee(tx, employeeId);
  if (!employee) return false;
  const { unreachableFrom } = await getPresenceForUpdate(tx, employeeId, now);
  const heard = (await listHeard(tx, [employeeId], now - connectionLostAfterMs)).get(employeeId) ?? null;
  const isUnreachable =
    whyUnreachable({ heard, phoneKind: employee.phoneKind, frozenAt: null, now }) !== null;
  if (isUnreachable === (unreachableFrom !== null)) return false;
  await updatePresence(tx, employeeId, { unreachableFrom: isUnreachable ? from : null });
  return true;
}
