import type { CallRow } from '@/db/calls';
import type { Context, Tx } from '@/lib/operations/context';
import { keptContextOf } from './kept-context';
import { listAvailable } from './offer-call';

/** IN-10: whether whoever handed the call over, or who stands in for them (CS-9), can be offered it again. */
export async function isManagerFree(tx: Tx, context: Context, call: CallRow): Promise<boolean> {
  const employeeId = keptContextOf(call).transferredBy?.employeeId ?? call.ownerId;
  return employeeId !== null && (await listAvailable(tx, context, { employeeId })).length > 0;
}
