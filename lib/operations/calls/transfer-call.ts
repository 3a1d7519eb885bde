import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { type ColleagueTarget, placeToRing } from './colleague-place';
import { order, ownTalkingCall } from './control-call';
import { keptContextOf } from './kept-context';

/**
 * Passes a caller on whose hand-over the person took (S3): released at once, the caller hears music, and a call nobody
 * takes comes back to them, then to the client department (IN-10). The client manager's own conversation is handed over by
 * its closing words instead.
 * @throws Refusal as `controlCall` and `placeToRing`; `notPossibleNow`, reason `leadsScript`, for the client manager.
 */
export async function transferCall(
  context: Context,
  { callId, to }: { callId: string; to: ColleagueTarget },
): Promise<{ callId: string }> {
  const { departmentId: fromDepartmentId } = signedIn(context);
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    if (!keptContextOf(call).isHandedOver) {
      throw new Refusal('notPossibleNow', 'the call script leads here', {}, { reason: 'leadsScript' });
    }
    const place = await placeToRing(tx, context, to);
    await order(tx, context, call, { type: 'employee.transferred', ...place, fromDepartmentId });
    return { callId };
  });
}
