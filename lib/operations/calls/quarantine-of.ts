import type { CallScriptRun } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';

/** Since when and why a call is shown as set aside: its own state cannot be read, or that of its conversation. */
export function quarantineOf(
  { quarantinedAt, quarantineReason }: CallRow,
  run: CallScriptRun | null,
): Pick<CallRow, 'quarantinedAt' | 'quarantineReason'> {
  if (quarantinedAt !== null || run?.status !== 'quarantined') return { quarantinedAt, quarantineReason };
  return {
    quarantinedAt: run.updatedAt,
    quarantineReason: 'the call script of this call cannot be read',
  };
}
