import type { CallRow } from '@/db/calls';
import { isOffered } from '@/db/waiting-calls';
import type { Offered } from '@/lib/domain/calls/call-context';
import { restoreCall } from '@/lib/domain/calls/fold-call';

/** What a call is being offered as; null when it is not, or its kept state cannot be read. */
export function offeredOf(call: CallRow): Offered | null {
  if (!isOffered(call)) return null;
  const restored = call.quarantinedAt === null ? restoreCall(call) : null;
  return !restored || 'reason' in restored || restored.status !== 'active' ? null : restored.context.offered;
}
