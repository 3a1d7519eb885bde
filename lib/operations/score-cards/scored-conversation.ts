import { type CallScriptRun, getCallScriptRun, listCallScriptEvents } from '@/db/call-scripts';
import type { CallRow } from '@/db/calls';
import { getEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { callScriptOf } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { visitsOf } from '@/lib/domain/call-scripts/visits';
import { type Criterion, criteriaOf } from '@/lib/domain/score-cards/criteria';
import type { UnscorableReason } from '@/lib/domain/score-cards/score-card-views';
import { firstStepOf } from '@/lib/operations/call-scripts/first-step';

type ScoredConversation = {
  run: CallScriptRun;
  employeeId: string;
  departmentId: string;
  criteria: Criterion[];
};

/**
 * Who is scored for a call, and by which criteria: whoever answered by the call script first, since they spoke to the
 * caller; somebody who finished the conversation for them did not.
 */
export async function scoredConversation(
  db: Db,
  call: CallRow,
): Promise<ScoredConversation | { reason: UnscorableReason }> {
  const run = await getCallScriptRun(db, call.id);
  if (!run) return { reason: 'noConversation' };
  if (call.finishedAt === null || call.endedAt === null) return { reason: 'notFinished' };
  const script = callScriptOf({ id: run.scriptId, version: run.machineVersion });
  if (!script) return { reason: 'noChart' };
  const log = await listCallScriptEvents(db, call.id);
  const employeeId = log.find((logged) => logged.employeeId !== null)?.employeeId ?? run.employeeId;
  const employee = await getEmployee(db, employeeId);
  if (!employee) return { reason: 'noConversation' };
  const visits = visitsOf(firstStepOf(run, log), run.startedAt, log);
  return {
    run,
    employeeId,
    departmentId: employee.departmentId,
    criteria: criteriaOf(
      graphOf(script),
      visits.map(({ step }) => step),
    ),
  };
}
