import { getPresenceForUpdate, updatePresence } from '@/db/presences';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { keepAfterCall } from './keep-presence-span';

/** The person finishes what a call left to write: until then (epoch ms) no other call is offered to them. */
export async function beginAfterCall(
  tx: Tx,
  context: Context,
  { employeeId, until }: { employeeId: string; until: number },
): Promise<void> {
  await getPresenceForUpdate(tx, employeeId, until);
  await updatePresence(tx, employeeId, { afterCallUntil: until });
  await keepAfterCall(tx, context, employeeId, until);
  tell(tx, { noun: 'presence', nounId: employeeId });
}
