import { type CallRow, getCallForUpdate } from '@/db/calls';
import type { Supervision } from '@/lib/domain/calls/supervision';
import { forbidden, notFound } from '@/lib/domain/errors';
import { keptContextOf } from '@/lib/operations/calls/kept-context';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';

/** The call that the person supervises, locked. @throws Refusal `notFound`, `forbidden` for anybody else */
export async function ownSupervision(
  tx: Tx,
  context: Context,
  callId: string,
): Promise<{ call: CallRow; supervision: Supervision }> {
  const person = signedIn(context);
  const call = await getCallForUpdate(tx, callId);
  if (!call) throw notFound('call');
  const { supervision } = keptContextOf(call);
  if (!supervision || supervision.employeeId !== person.id) throw forbidden();
  return { call, supervision };
}
