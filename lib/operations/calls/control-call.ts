import { type CallRow, getCallForUpdate } from '@/db/calls';
import type { CallContext } from '@/lib/domain/calls/call-context';
import type { CallHappening } from '@/lib/domain/calls/call-event';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { advanceCall } from './advance-call';
import { keptContextOf } from './kept-context';

/** The call of whoever is on the line with the caller, locked. @throws Refusal `forbidden` for anybody else, `notPossibleNow` when nobody talks. */
export async function ownTalkingCall(tx: Tx, context: Context, callId: string): Promise<CallRow> {
  const person = signedIn(context);
  const call = await getCallForUpdate(tx, callId);
  if (!call) throw notFound('call');
  // A caller left to an outside number has nobody of ours on the line.
  const holderId = call.phase === 'talking' ? call.claimedBy : (call.claimedBy ?? call.ownerId);
  if (holderId !== person.id) throw forbidden();
  if (call.phase !== 'talking') throw notPossible(call);
  return call;
}

/**
 * One order of the person on the line, in a transaction of its own. What is so already is not ordered again.
 * @throws Refusal as `ownTalkingCall`; `notPossibleNow` when the call does not stand for it.
 */
export async function controlCall(
  context: Context,
  callId: string,
  happening: CallHappening,
  isSo: (kept: Partial<CallContext>) => boolean = () => false,
): Promise<{ callId: string }> {
  return context.tx(async (tx) => {
    const call = await ownTalkingCall(tx, context, callId);
    if (!isSo(keptContextOf(call))) await order(tx, context, call, happening);
    return { callId };
  });
}

/** @throws Refusal `notPossibleNow` when the call does not stand for it. */
export async function order(
  tx: Tx,
  context: Context,
  call: CallRow,
  happening: CallHappening,
): Promise<void> {
  if ((await advanceCall(tx, context, call, happening)) !== 'applied') throw notPossible(call);
}

/** For an order that the call does not stand for; `reason` says whether it is over. */
export function notPossible({ endedAt }: CallRow): Refusal {
  const reason = endedAt === null ? 'notNow' : 'ended';
  return new Refusal('notPossibleNow', 'the call does not stand for it', {}, { reason });
}
