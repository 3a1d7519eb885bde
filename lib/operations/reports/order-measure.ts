import { getCallScriptRun } from '@/db/call-scripts';
import { getCall } from '@/db/calls';
import { insertDeadline } from '@/db/deadlines';
import type { Context, Tx } from '@/lib/operations/context';

/**
 * Has what a judged call adds to the reports written, by a deadline that is due at once: in a transaction of its own, so that
 * nothing of a call ever waits for the reports. Before the verdict nothing is ordered, since the verdict orders it.
 */
export async function orderMeasure(tx: Tx, context: Context, callId: string): Promise<void> {
  const call = await getCall(tx, callId);
  if (!call || call.outcomeDecidedAt === null) return;
  const run = await getCallScriptRun(tx, callId);
  const isFinished = call.finishedAt === null ? 0 : 1;
  await insertDeadline(tx, {
    id: context.newId(),
    kind: 'measure',
    subjectId: callId,
    generation: call.version + (run?.version ?? 0) + isFinished,
    dueAt: context.now(),
  });
}
