import { order } from '@/lib/operations/calls/control-call';
import { type Context, signedIn } from '@/lib/operations/context';
import { ownSupervision } from './own-supervision';

/**
 * Leads the call from now on (S5): first the line lets everybody hear the supervisor, then the employee's leg leaves, so
 * that the caller never hears a gap; the call script goes on where it stands, as the supervisor's. The line that would not
 * leaves everything as it was. Not to be confused with `takeOverCall`, which is about unfinished conversations.
 * @throws Refusal as `ownSupervision`; `notPossibleNow` before their telephone has joined.
 */
export async function takeLiveCallOver(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  const { id: employeeId } = signedIn(context);
  return context.tx(async (tx) => {
    const { call, supervision } = await ownSupervision(tx, context, callId);
    if (!supervision.takesOver) await order(tx, context, call, { type: 'supervisor.takesOver', employeeId });
    return { callId };
  });
}
