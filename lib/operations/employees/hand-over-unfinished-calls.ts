import { getCallScriptRun } from '@/db/call-scripts';
import { getCallForUpdate } from '@/db/calls';
import { listUnfinishedCallsOf } from '@/db/employee-calls';
import { giveCall } from '@/lib/operations/call-scripts/give-call';
import type { Context, Tx } from '@/lib/operations/context';

const batch = 100;

/** IN-6: gives every unfinished call of one person to another, with what was typed in it. Returns how many. */
export async function handOverUnfinishedCalls(
  tx: Tx,
  context: Context,
  { from, to }: { from: { id: string }; to: { id: string; presentsAs: string } },
): Promise<number> {
  let count = 0;
  for (;;) {
    const unfinished = await listUnfinishedCallsOf(tx, from.id, batch);
    for (const { id } of unfinished) {
      const call = await getCallForUpdate(tx, id);
      if (call?.ownerId !== from.id || call.finishedAt !== null) continue;
      await giveCall(tx, context, { call, run: await getCallScriptRun(tx, id) }, to);
      count += 1;
    }
    if (unfinished.length < batch) return count;
  }
}
