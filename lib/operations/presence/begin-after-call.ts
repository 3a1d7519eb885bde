import { getPresenceForUpdate, updatePresence } from '@/db/presences';
import { type Tx, tell } from '@/lib/operations/context';

/** The person finishes what a call left to write: until then (epoch ms) no other call is offered to them. */
export async function beginAfterCall(
  tx: Tx,
  { employeeId, until }: { employeeId: string; until: number },
): Promise<void> {
  await getPresenceForUpdate(tx, employeeId, until);
  await updatePresence(tx, employeeId, { afterCallUntil: until });
  tell(tx, { noun: 'presence', nounId: employeeId });
}
