import { countCallersAhead, getCall } from '@/db/calls';
import { listDueDeadlines } from '@/db/deadlines';
import type { Context } from '@/lib/operations/context';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';

/** The sweep comes every second; a deadline this late means that it does not. */
const lateAfterMs = 3000;

/**
 * What a waiting caller hears next: a poll, computed each time. It is also a heartbeat of the call: deadlines that are
 * long due are fired from here, so that a stopped sweep strands no caller. One that fails is told to `onProblem`, by its
 * id, and silences nobody.
 */
export async function answerWait(
  context: Context,
  { callId, onProblem }: { callId: string; onProblem: (deadlineId: string, error: unknown) => void },
): Promise<{ callersAhead: number }> {
  const late = await listDueDeadlines(context.read, context.now() - lateAfterMs, 1, callId);
  if (late.length > 0) await fireDueDeadlines(context, { subjectId: callId, onProblem });
  const call = await getCall(context.read, callId);
  const isRinging = call?.phase === 'ringing' && call.endedAt === null;
  return { callersAhead: isRinging ? await countCallersAhead(context.read, call) : 0 };
}
