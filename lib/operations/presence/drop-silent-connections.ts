import {
  deleteSilentLiveConnections,
  getPresenceForUpdate,
  isAnySilentLiveConnection,
  updatePresence,
} from '@/db/presences';
import { chosenAt, connectionLostAfterMs } from '@/lib/domain/employees/presence';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { isReachableNow } from './is-reachable-now';
import { keepPresenceSpan } from './keep-presence-span';
import { noteReachability } from './note-reachability';

/**
 * Gives up connections whose heartbeat stayed away: a tab that was put to sleep or hangs, or a computer that is gone.
 * `raisesAlarm`: whoever chose to be available and has no other console is told so, and so is their head; not while
 * consoles may be silent because we were. For the sweep; returns how many.
 */
export async function dropSilentConnections(
  context: Context,
  { raisesAlarm }: { raisesAlarm: boolean },
): Promise<number> {
  const now = context.now();
  const before = now - connectionLostAfterMs;
  if (!(await isAnySilentLiveConnection(context.read, before))) return 0;
  return context.tx(async (tx) => {
    const dropped = await deleteSilentLiveConnections(tx, before);
    const silentFrom = new Map<string, number>();
    for (const { employeeId, lastSeenAt } of dropped) {
      silentFrom.set(employeeId, Math.max(lastSeenAt, silentFrom.get(employeeId) ?? 0));
    }
    for (const [employeeId, from] of [...silentFrom].sort()) {
      if (raisesAlarm) await noteSilence(tx, employeeId, from, now);
      await noteReachability(tx, { employeeId, now, from: raisesAlarm ? from : now });
      await keepPresenceSpan(tx, context, employeeId, from);
      tell(tx, { noun: 'presence', nounId: employeeId });
    }
    return dropped.length;
  });
}

async function noteSilence(tx: Tx, employeeId: string, from: number, now: number): Promise<void> {
  if (await isReachableNow(tx, employeeId, now)) return;
  const presence = await getPresenceForUpdate(tx, employeeId, now);
  if (chosenAt(presence, now) !== 'available') return;
  if (presence.silentFrom !== null && presence.silentUntil === null) return;
  await updatePresence(tx, employeeId, { silentFrom: from, silentUntil: null });
}
