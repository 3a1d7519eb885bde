import type { CallRow } from '@/db/calls';
import type { Context, Tx } from '@/lib/operations/context';
import { listAvailable } from './offer-call';

/** IN-10: whether the manager who handed the call over, or who stands in for them (CS-9), can be offered it again. */
export async function isManagerFree(tx: Tx, context: Context, call: CallRow): Promise<boolean> {
  if (!call.ownerId) return false;
  return (await listAvailable(tx, context, { employeeId: call.ownerId })).length > 0;
}
