import { listCallScriptEvents } from '@/db/call-scripts';
import type { Tx } from '@/lib/operations/context';

/** The log as the domain reads trails from it: only what was applied. */
export async function appliedLog(tx: Tx, callId: string) {
  const log = await listCallScriptEvents(tx, callId);
  return log.filter(({ refused }) => refused === null);
}
