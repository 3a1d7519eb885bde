import { getLiveConnection } from '@/db/presences';
import type { Context } from '@/lib/operations/context';

/** False when it was given up as silent: its stream must end, and its console opens a new one. */
export async function isLiveConnectionOpen(context: Context, { id }: { id: string }): Promise<boolean> {
  return (await getLiveConnection(context.read, id)) !== null;
}
