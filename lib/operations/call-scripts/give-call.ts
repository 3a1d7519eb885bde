import type { CallScriptRun } from '@/db/call-scripts';
import { type CallRow, updateCall } from '@/db/calls';
import { tellCall } from '@/lib/operations/calls/tell-call';
import type { Context, Tx } from '@/lib/operations/context';
import { applyEvent } from './apply-event';

/**
 * IN-6: from now on the unfinished call and what is typed in it are this person's; its goodbye is said in their name. A
 * conversation that cannot be read changes its owner alone.
 */
export async function giveCall(
  tx: Tx,
  context: Context,
  { call, run }: { call: CallRow; run: CallScriptRun | null },
  to: { id: string; presentsAs: string },
): Promise<void> {
  if (run?.status === 'active') {
    const event = { type: 'manager.tookOver', managerName: to.presentsAs } as const;
    await applyEvent(tx, context, { call, run, employeeId: to.id }, event);
  }
  await updateCall(tx, call.id, { ownerId: to.id });
  await tellCall(tx, call, { ...call, ownerId: to.id });
}
