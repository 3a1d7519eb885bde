import { verdictAfterMs } from '@/lib/domain/calls/call';
import { defaultCallTimes } from '@/lib/domain/calls/times';
import { minuteMs, secondMs } from '@/lib/domain/duration';
import { employeeOf } from './appeals';
import type { DemoCaller } from './call-log';
import type { Chronicle } from './chronicle';
import type { ToldCall } from './told-call';

/**
 * Nobody took the call: the caller heard the apology or gave up before. What is left is a next reaction of the client
 * department that hangs on the call; a withheld number leaves a line in the journal only (IN-11).
 */
export function tellUnanswered(
  chronicle: Chronicle,
  call: ToldCall,
  caller: DemoCaller,
  waited: boolean,
): void {
  const { random, company, now } = chronicle;
  if (waited) call.waitInVain();
  else call.hangUpRinging(random.between(15, 70) * secondMs);
  if (caller.e164 === null) return;
  const at = call.endedAt;
  const calledBackAt = at + random.between(3, 40) * minuteMs;
  const isCalledBack = calledBackAt < now - 5 * minuteMs && random.chance(0.9);
  const by = employeeOf(chronicle, 'client');
  chronicle.nextReactions.push({
    id: random.idAt(at),
    kind: 'missedCall',
    appealId: null,
    reactionId: null,
    callId: call.id,
    counterpartyId: null,
    topic: 'Пропущенный звонок',
    callerE164: caller.e164,
    responsibleDepartmentId: company.departments.client.id,
    responsibleEmployeeId: null,
    startedAt: at,
    dueAt: at + defaultCallTimes.missedCallSeconds * secondMs,
    postponedCount: 0,
    createdAt: at + verdictAfterMs,
    createdBy: null,
    endedAt: isCalledBack ? calledBackAt : null,
    endedBy: isCalledBack ? by.id : null,
    outcome: isCalledBack ? 'calledBack' : null,
    endReason: null,
    fulfilledByReactionId: null,
    version: isCalledBack ? 2 : 1,
  });
}
