import { getLiveConnection, updateLiveConnectionSeen } from '@/db/presences';
import type { Heartbeat } from '@/lib/domain/employees/presence.contract';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { keepPresenceSpan } from './keep-presence-span';
import { noteReachability } from './note-reachability';

/**
 * A console says that it is alive, and whether its telephone is. Saying it twice changes nothing, so that no key is kept
 * of it.
 * @throws Refusal `notFound` when the connection was closed, given up as silent, or is another person's: the console opens
 * a new one
 */
export async function takeHeartbeat(
  context: Context,
  { connectionId, browserPhone }: Heartbeat,
): Promise<{ now: number }> {
  const person = signedIn(context);
  return context.part(async (tx) => {
    const before = await getLiveConnection(tx, connectionId);
    if (before?.employeeId !== person.id) throw notFound('live connection');
    const now = context.now();
    if (!(await updateLiveConnectionSeen(tx, connectionId, { lastSeenAt: now, browserPhone }))) {
      throw notFound('live connection');
    }
    if (before.browserPhone !== browserPhone) {
      await noteReachability(tx, { employeeId: person.id, now });
      await keepPresenceSpan(tx, context, person.id);
      tell(tx, { noun: 'presence', nounId: person.id });
    }
    return { now };
  });
}
