import { getCallScriptRun } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';
import { converse, hearHandOverFailed, hearHangUp, tellRun } from '@/lib/operations/call-scripts/converse';
import type { Context, Tx } from '@/lib/operations/context';

/**
 * What the telephone tells the conversation led by the call script, inside the transaction of the telephone's own event.
 * The call's row is as that event left it.
 */

/**
 * Somebody of the client department is on the line. `after`: nothing (the call was just answered), `drop` (a line that
 * broke off), `handOver` (a hand-over nobody took; IN-10).
 */
export async function conversationStarted(
  tx: Tx,
  context: Context,
  call: CallRow,
  employeeId: string,
  after: 'drop' | 'handOver' | null,
): Promise<void> {
  await converse(tx, context, call, { employeeId, after });
}

/** The call is over, by whoever; a conversation that was not finished is now unfinished (IN-6). */
export async function callerHungUp(tx: Tx, context: Context, call: CallRow): Promise<void> {
  await hearHangUp(tx, context, call);
}

/** A colleague keeps the caller; a conversation that was not finished is now unfinished, as when it breaks off (IN-6). */
export async function conversationLeft(tx: Tx, context: Context, call: CallRow): Promise<void> {
  await hearHangUp(tx, context, call);
}

/** The person the call was handed over to is on the line. */
export async function handOverAnswered(tx: Tx, context: Context, call: CallRow): Promise<void> {
  await tellRun(tx, context, call, { type: 'handOver.answered' });
}

/** Nobody took the hand-over, or whoever gave it takes it back; the call returns to the client department (IN-10). */
export async function handOverFailed(
  tx: Tx,
  context: Context,
  call: CallRow,
  reason: 'declined' | 'notTaken' | 'takenBack',
): Promise<void> {
  await hearHandOverFailed(tx, context, call, reason === 'notTaken' ? 'nobodyAnswered' : reason);
}

/**
 * Whether an employee who hangs up now ends the call: the closing words are said or being said (S1p). A hand-over that
 * came back is talked about again, whatever its first closing wrote (IN-10).
 */
export async function conversationMayEnd(tx: Tx, call: CallRow): Promise<boolean> {
  const run = await getCallScriptRun(tx, call.id);
  return run?.status === 'done' || run?.step === 'closing';
}
