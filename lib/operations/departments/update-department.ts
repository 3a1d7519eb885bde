import { getDepartmentForUpdate, updateDepartment as updateRow } from '@/db/departments';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import type { EscalationChain } from '@/lib/domain/deadlines/escalation';
import { type CallHandling, callHandlingSchema } from '@/lib/domain/employees/call-handling';
import { mayAdminister, mayRunDepartment } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { checkHead } from './check-head';
import { checkOverflow } from './check-overflow';

const fieldsOfHead: ReadonlySet<string> = new Set([
  'hours',
  'escalation',
  ...Object.keys(callHandlingSchema.shape),
]);

/**
 * Changes the given fields. A head may change the hours of their own department, how its calls ring and whom
 * overdue work is shown to, and nothing else. Times already
 * promised stay as they are; new ones run in the new hours (IN-11).
 * @throws Refusal `forbidden`, `notFound`, `invalid`
 */
export async function updateDepartment(
  context: Context,
  {
    departmentId,
    ...given
  }: {
    departmentId: string;
    name?: string;
    nameEn?: string;
    headId?: string | null;
    hours?: BusinessHours;
    escalation?: EscalationChain;
  } & Partial<CallHandling>,
): Promise<{ id: string }> {
  const person = signedIn(context);
  const isOfHead = Object.keys(given).every((field) => fieldsOfHead.has(field));
  if (!(isOfHead ? mayRunDepartment(person, departmentId) : mayAdminister(person))) throw forbidden();
  return context.tx(async (tx) => {
    const department = await getDepartmentForUpdate(tx, departmentId);
    if (!department) throw notFound('department');
    if (given.headId !== undefined && given.headId !== department.headId) {
      await checkHead(tx, given.headId, departmentId);
    }
    const { overflowDepartmentId: overflow } = given;
    if (overflow && overflow !== department.overflowDepartmentId)
      await checkOverflow(tx, overflow, departmentId);
    const hasChanged = await recordChange(tx, context, {
      noun: 'department',
      nounId: departmentId,
      before: department,
      after: given,
    });
    if (hasChanged) {
      await updateRow(tx, departmentId, given);
      tell(tx, { noun: 'department', nounId: departmentId });
    }
    return { id: departmentId };
  });
}
