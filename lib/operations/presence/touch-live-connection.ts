import { updateLiveConnectionSeen } from '@/db/presences';
import type { Context } from '@/lib/operations/context';

/** The heartbeat of a stream. False when it was given up as silent: it must end, and its console opens a new one. */
export async function touchLiveConnection(context: Context, { id }: { id: string }): Promise<boolean> {
  return context.tx((tx) => updateLiveConnectionSeen(tx, id, context.now()));
}
