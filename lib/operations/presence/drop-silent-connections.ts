import { deleteSilentLiveConnections, isAnySilentLiveConnection } from '@/db/presences';
import { connectionLostAfterMs } from '@/lib/domain/employees/presence';
import { type Context, tell } from '@/lib/operations/context';

/** Gives up connections that nobody closed: the console or the server died. For the sweep; returns how many. */
export async function dropSilentConnections(context: Context): Promise<number> {
  const before = context.now() - connectionLostAfterMs;
  if (!(await isAnySilentLiveConnection(context.read, before))) return 0;
  return context.tx(async (tx) => {
    const dropped = await deleteSilentLiveConnections(tx, before);
    for (const employeeId of new Set(dropped.map((row) => row.employeeId))) {
      tell(tx, { noun: 'presence', nounId: employeeId });
    }
    return dropped.length;
  });
}
