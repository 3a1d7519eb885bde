import { getPresenceForUpdate, insertLiveConnection, updatePresence } from '@/db/presences';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { isReachableNow } from './is-reachable-now';
import { keepPresenceSpan } from './keep-presence-span';
import { noteReachability } from './note-reachability';

/**
 * A console, or a program that stands for one, opened its live stream: from now on its person is reachable, as long as its
 * heartbeat comes. The id is for the heartbeat and for closing it.
 */
export async function openLiveConnection(
  context: Context,
  { sessionId }: { sessionId: string },
): Promise<{ id: string }> {
  const person = signedIn(context);
  const id = context.newId();
  return context.tx(async (tx) => {
    const now = context.now();
    const wasReachable = await isReachableNow(tx, person.id, now);
    await insertLiveConnection(tx, {
      id,
      employeeId: person.id,
      sessionId,
      openedAt: now,
      lastSeenAt: now,
      browserPhone: 'off',
    });
    await noteReachability(tx, { employeeId: person.id, now });
    await keepPresenceSpan(tx, context, person.id);
    if (wasReachable) return { id };
    const { silentFrom, silentUntil } = await getPresenceForUpdate(tx, person.id, now);
    if (silentFrom !== null && silentUntil === null)
      await updatePresence(tx, person.id, { silentUntil: now });
    tell(tx, { noun: 'presence', nounId: person.id });
    return { id };
  });
}
