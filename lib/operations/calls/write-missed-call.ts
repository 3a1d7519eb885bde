import { type CallRow, hasLaterAnsweredCall, updateCall } from '@/db/calls';
import { getDepartmentByKind } from '@/db/departments';
import {
  findMissedCall,
  insertNextReactionChange,
  insertNextReactions,
  listOpenMissedCalls,
  type NextReactionRow,
} from '@/db/next-reactions';
import { canBeCalledBack } from '@/lib/domain/calls/call';
import { readCallTimes } from '@/lib/domain/calls/times';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import { addWorkingTime, nextOpening } from '@/lib/domain/deadlines/working-time';
import type { Context, Tx } from '@/lib/operations/context';
import { watchDue } from '@/lib/operations/reactions/watch-due';
import { tellNextReaction } from '@/lib/operations/reactions/write-next-reactions';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { keptContextOf } from './kept-context';

/**
 * IN-11: an unanswered call is a next reaction of the client department, due in its hours, once. A caller who tries again
 * before anybody answered for them leaves no second one: the call joins what is open, whose history tells it.
 */
export async function writeMissedCall(tx: Tx, context: Context, call: CallRow): Promise<void> {
  if (!canBeCalledBack(call.callerKind) || (await findMissedCall(tx, call.id))) return;
  const department = await getDepartmentByKind(tx, 'client');
  if (!department) return;
  const now = context.now();
  const calledAgain = await hasLaterAnsweredCall(tx, call);
  const [open] = calledAgain ? [] : await listOpenMissedCalls(tx, call);
  if (open) return joinMissed(tx, context, call, open);
  const missed: NextReactionRow = {
    id: context.newId(),
    kind: 'missedCall',
    appealId: null,
    reactionId: null,
    callId: call.id,
    counterpartyId: call.counterpartyId,
    topic: 'Пропущенный звонок',
    callerE164: call.callerE164,
    responsibleDepartmentId: department.id,
    responsibleEmployeeId: null,
    ...missedCallClock(call, department),
    postponedCount: 0,
    createdAt: now,
    createdBy: null,
    endedAt: calledAgain ? now : null,
    endedBy: null,
    outcome: calledAgain ? 'calledAgain' : null,
    endReason: null,
    fulfilledByReactionId: null,
    version: 1,
  };
  await insertNextReactions(tx, [missed]);
  announceNextReaction(tx, 'created', missed);
  if (missed.endedAt !== null) announceNextReaction(tx, 'ended', missed);
  if (missed.endedAt === null) await watchDue(tx, context, missed);
  await updateCall(tx, call.id, { missedReactionId: missed.id });
  tellNextReaction(tx, missed);
}

async function joinMissed(tx: Tx, context: Context, call: CallRow, open: NextReactionRow): Promise<void> {
  await updateCall(tx, call.id, { missedReactionId: open.id });
  await insertNextReactionChange(tx, {
    id: context.newId(),
    nextReactionId: open.id,
    at: context.now(),
    employeeId: null,
    what: 'missedAgain',
    from: {},
    to: { callId: call.id },
    reason: null,
  });
  tellNextReaction(tx, open);
}

/** IN-11: outside hours a missed call is due at the next opening, else after the time set for it. */
function missedCallClock(
  call: CallRow,
  department: Parameters<typeof hoursOf>[0],
): { startedAt: number; dueAt: number } {
  const endedAt = call.endedAt ?? call.arrivedAt;
  const hours = hoursOf(department);
  const opening = hours && nextOpening(hours, endedAt);
  if (keptContextOf(call).admission === 'closedHours')
    return { startedAt: endedAt, dueAt: opening ?? endedAt };
  const times = readCallTimes(keptContextOf(call).times);
  const durationMs = times.missedCallSeconds * 1000;
  if (!hours) return { startedAt: endedAt, dueAt: endedAt + durationMs };
  return { startedAt: opening ?? endedAt, dueAt: addWorkingTime(hours, endedAt, durationMs) };
}
