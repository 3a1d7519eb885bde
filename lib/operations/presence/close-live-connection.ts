import { deleteLiveConnection } from '@/db/presences';
import { type Context, tell } from '@/lib/operations/context';
import { isReachableNow } from './is-reachable-now';
import { keepPresenceSpan } from './keep-presence-span';

/** The stream has ended. Doing it twice changes nothing. */
export async function closeLiveConnection(context: Context, { id }: { id: string }): Promise<void> {
  await context.tx(async (tx) => {
    const closed = await deleteLiveConnection(tx, id);
    if (!closed) return;
    await keepPresenceSpan(tx, context, closed.employeeId);
    if (!(await isReachableNow(tx, closed.employeeId, context.now()))) {
      tell(tx, { noun: 'presence', nounId: closed.employeeId });
    }
  });
}
