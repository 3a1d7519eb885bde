import { getCounterparty } from '@/db/counterparties';
import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import { insertNextReactionChange, type NextReactionRow } from '@/db/next-reactions';
import { insertSlip, listSlipsOf, type SlipRow, updateSlipSettled } from '@/db/slips';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { tellNextReaction } from './write-next-reactions';

type NewSlip = Pick<SlipRow, 'kind' | 'cause' | 'listener' | 'employeeId' | 'departmentId' | 'dueAt'>;

/**
 * Tells somebody that a next reaction slipped, and its history that they were told. Who was told of the same due time
 * already sees it again and is not called again.
 */
export async function tellSlip(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  told: NewSlip,
): Promise<void> {
  const now = context.now();
  const earlier = (await listSlipsOf(tx, [next.id])).find(
    (slip) =>
      slip.kind === told.kind &&
      slip.dueAt === told.dueAt &&
      slip.employeeId === told.employeeId &&
      slip.departmentId === told.departmentId,
  );
  if (earlier) {
    if (earlier.settledAt !== null) await updateSlipSettled(tx, earlier.id, null);
  } else {
    await insertSlip(tx, { id: context.newId(), nextReactionId: next.id, ...told, at: now, settledAt: null });
    await insertNextReactionChange(tx, {
      id: context.newId(),
      nextReactionId: next.id,
      at: now,
      employeeId: null,
      what: 'shown',
      from: {},
      to: { responsibleEmployeeId: told.employeeId, responsibleDepartmentId: told.departmentId },
      reason: told.listener,
    });
  }
  tellNextReaction(tx, next);
  const { employeeId, departmentId } = told;
  tell(tx, {
    noun: 'nextReaction',
    nounId: next.id,
    departmentId: employeeId ? null : departmentId,
    employeeId,
  });
}

/**
 * CO-3: tells the client's own manager that what was promised to the client slipped, unless it lies with that manager.
 * `byEmployeeId`: who moved it, when it was moved; their own doing they know.
 */
export async function tellClientManager(
  tx: Tx,
  context: Context,
  next: NextReactionRow,
  slip: { cause: SlipRow['cause']; dueAt: number; byEmployeeId?: string },
): Promise<void> {
  const card = next.counterpartyId ? await getCounterparty(tx, next.counterpartyId) : null;
  const managerId = card?.assignedTo ?? null;
  if (managerId === null || managerId === next.responsibleEmployeeId || managerId === slip.byEmployeeId)
    return;
  const manager = await getEmployee(tx, managerId);
  const department =
    manager && manager.disabledAt === null ? await getDepartment(tx, manager.departmentId) : null;
  if (department?.kind !== 'client') return;
  await tellSlip(tx, context, next, {
    kind: 'clientPromise',
    cause: slip.cause,
    listener: 'clientManager',
    employeeId: managerId,
    departmentId: department.id,
    dueAt: slip.dueAt,
  });
}
