import { type DeadlineRow, insertDeadline } from '@/db/deadlines';
import { getDepartment } from '@/db/departments';
import { findLeadOfNextReaction } from '@/db/leads';
import { getNextReactionLocked, type NextReactionRow } from '@/db/next-reactions';
import { hoursOf } from '@/lib/domain/deadlines/business-hours';
import { readEscalationChain } from '@/lib/domain/deadlines/escalation';
import type { EscalationTarget } from '@/lib/domain/deadlines/escalation-target';
import { addWorkingTime } from '@/lib/domain/deadlines/working-time';
import { minuteMs } from '@/lib/domain/duration';
import type { Context, Tx } from '@/lib/operations/context';
import { announceNextReaction } from '@/lib/operations/webhooks/announce-next-reaction';
import { findResponsible } from './find-responsible';
import { tellClientManager, tellSlip } from './tell-slip';

/** A generation of an escalation's deadline: the version of the next reaction, and the step of the chain. */
const stepsOfVersion = 10;

/**
 * CO-3: a next reaction has come overdue; called when its deadline fires. The client's own manager is told, and the chain of
 * its department begins to run. Nothing happens to one that ended or was moved meanwhile, or to a lead whose minute was kept
 * by its acceptance.
 */
export async function nextReactionOverdue(tx: Tx, context: Context, id: string): Promise<void> {
  const next = await stillOverdue(tx, context, id);
  if (!next) return;
  announceNextReaction(tx, 'overdue', next);
  await tellClientManager(tx, context, next, { cause: 'overdue', dueAt: next.dueAt });
  await awaitStep(tx, context, next, 0);
}

/** Shows it to the next in the chain of its department as it is set now; called when the step's deadline fires. */
export async function escalateNextReaction(
  tx: Tx,
  context: Context,
  { subjectId, generation }: Pick<DeadlineRow, 'subjectId' | 'generation'>,
): Promise<void> {
  const next = await stillOverdue(tx, context, subjectId);
  if (!next) return;
  const department = await getDepartment(tx, next.responsibleDepartmentId);
  const index = generation % stepsOfVersion;
  const step = readEscalationChain(department?.escalation)[index];
  if (!department || !step) return;
  const told = await findListener(tx, department, step.to);
  // Whom it lies with already need not be told by a chain.
  if (told.employeeId === null || told.employeeId !== next.responsibleEmployeeId) {
    const { employeeId, departmentId } = told;
    await tellSlip(tx, context, next, {
      kind: 'escalation',
      cause: 'overdue',
      listener: step.to,
      employeeId,
      departmentId,
      dueAt: next.dueAt,
    });
  }
  await awaitStep(tx, context, next, index + 1);
}

async function stillOverdue(tx: Tx, context: Context, id: string): Promise<NextReactionRow | null> {
  const next = await getNextReactionLocked(tx, id);
  if (!next || next.endedAt !== null || next.dueAt > context.now()) return null;
  const lead = next.postponedCount === 0 ? await findLeadOfNextReaction(tx, id) : null;
  return lead?.acceptedAt && lead.endedAt === null ? null : next;
}

async function awaitStep(tx: Tx, context: Context, next: NextReactionRow, index: number): Promise<void> {
  const department = await getDepartment(tx, next.responsibleDepartmentId);
  const step = readEscalationChain(department?.escalation)[index];
  if (!department || !step) return;
  const hours = hoursOf(department);
  const lengthMs = step.afterMinutes * minuteMs;
  await insertDeadline(tx, {
    id: context.newId(),
    kind: 'escalation',
    subjectId: next.id,
    generation: next.version * stepsOfVersion + index,
    dueAt: hours ? addWorkingTime(hours, next.dueAt, lengthMs) : next.dueAt + lengthMs,
  });
}

/** A head who is not appointed, or not here any more, is stood in for by management. */
async function findListener(tx: Tx, department: { headId: string | null; id: string }, to: EscalationTarget) {
  if (to === 'generalDirector') return findResponsible(tx, { kind: 'generalDirector' });
  if (to === 'head' && department.headId) {
    const head = await findResponsible(tx, { kind: 'employee', employeeId: department.headId }).catch(
      () => null,
    );
    if (head) return { ...head, departmentId: department.id };
  }
  return findResponsible(tx, { kind: 'department', departmentKind: 'management' });
}
