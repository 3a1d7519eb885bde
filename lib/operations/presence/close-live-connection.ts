import { deleteLiveConnection } from '@/db/presences';
import { type Context, tell } from '@/lib/operations/context';
import { isReachableNow } from './is-reachable-now';
import { keepPresenceSpan } from './keep-presence-span';
import { noteReachability } from './note-reachability';

/** The stream has ended. Doing it twice changes nothing. */
export async function closeLiveConnection(context: Context, { id }: { id: string }): Promise<void> {
  await context.tx(async (tx) => {
    const closed = await deleteLiveConnection(tx, id);
    if (!closed) return;
    const now = context.now();
    const { employeeId } = closed;
    const hasChanged = await noteReachability(tx, { employeeId, now });
    await keepPresenceSpan(tx, context, employeeId);
    if (hasChanged || !(await isReachableNow(tx, employeeId, now))) {
      tell(tx, { noun: 'presence', nounId: employeeId });
    }
  });
}
