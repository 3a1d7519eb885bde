import type { SupervisionMode } from '@/lib/domain/calls/supervision';
import { order } from '@/lib/operations/calls/control-call';
import { type Context, signedIn } from '@/lib/operations/context';
import { ownSupervision } from './own-supervision';
import { checkWhisper } from './supervise-call';

/**
 * By whom the person who supervises is heard from now on; what the line would not do is taken back and told (S5).
 * @throws Refusal as `ownSupervision` and `checkWhisper`; `notPossibleNow` before their telephone has joined.
 */
export async function changeSupervision(
  context: Context,
  { callId, mode }: { callId: string; mode: SupervisionMode },
): Promise<{ callId: string }> {
  const { id: employeeId } = signedIn(context);
  return context.tx(async (tx) => {
    const { call, supervision } = await ownSupervision(tx, context, callId);
    if (supervision.mode === mode) return { callId };
    await checkWhisper(tx, call, mode);
    await order(tx, context, call, { type: 'supervisor.changedMode', employeeId, mode });
    return { callId };
  });
}
