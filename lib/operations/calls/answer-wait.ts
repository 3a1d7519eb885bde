import { getCall, updateCall } from '@/db/calls';
import { listDueDeadlines } from '@/db/deadlines';
import { getDepartment } from '@/db/departments';
import { countCallersAhead, isOffered } from '@/db/waiting-calls';
import type { Context } from '@/lib/operations/context';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';

/** The sweep comes every second; a deadline this late means that it does not. */
const lateAfterMs = 3000;

/**
 * What a waiting caller hears next: a poll, computed each time. It is also a heartbeat of the call: deadlines that are
 * long due are fired from here, so that a stopped sweep strands no caller, and that music was asked for is kept with the
 * call. What fails of this is told to `onProblem`, and silences nobody. `position`: the caller's place in the department's
 * queue, 1 for the next one; null for one who is not told, or does not wait for a department.
 */
export async function answerWait(
  context: Context,
  { callId, onProblem }: { callId: string; onProblem: (what: string, error: unknown) => void },
): Promise<{ position: number | null }> {
  const late = await listDueDeadlines(context.read, context.now() - lateAfterMs, 1, callId);
  if (late.length > 0) {
    await fireDueDeadlines(context, {
      subjectId: callId,
      onProblem: (id, error) => onProblem(`deadline ${id}`, error),
    });
  }
  const call = await getCall(context.read, callId);
  if (call?.endedAt === null) {
    const musicAskedAt = context.now();
    await context
      .tx((tx) => updateCall(tx, callId, { musicAskedAt }))
      .catch((error: unknown) => onProblem(`music of ${callId}`, error));
  }
  if (!call || call.endedAt !== null || !isOffered(call) || call.handOverEmployeeId)
    return { position: null };
  const department = await getDepartment(context.read, call.departmentId);
  if (!department?.tellsPosition) return { position: null };
  return { position: (await countCallersAhead(context.read, call)) + 1 };
}
