import { getCallScriptRun } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';
import type { Tx } from '@/lib/operations/context';

/**
 * Whether an employee who hangs up now ends the call: the closing words are said or being said (S1p). A hand-over that
 * came back is talked about again, whatever its first closing wrote (IN-10).
 */
export async function conversationMayEnd(tx: Tx, call: CallRow): Promise<boolean> {
  const run = await getCallScriptRun(tx, call.id);
  return run?.status === 'done' || run?.step === 'closing';
}
