import { getDepartmentForUpdate, updateDepartment as updateRow } from '@/db/departments';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import type { EscalationChain } from '@/lib/domain/deadlines/escalation';
import { type CallHandling, callHandlingSchema } from '@/lib/domain/employees/call-handling';
import { mayAdminister, mayRunDepartment } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
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
 * @throws Refusal `forbidden`, `notFound`, `invalid`; `conflict` when somebody else changed the department meanwhile
 */
export async function updateDepartment(
  context: Context,
  {
    departmentId,
    version,
    ...given
  }: {
    departmentId: string;
    version: number;
    name?: string;
    nameEn?: string;
    headId?: string | null;
    hours?: BusinessHours;
    escalation?: EscalationChain;
  } & Partial<CallHandling>,
): Promise<{ id: string; version: number }> {
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
    if (!hasChanged) return { id: departmentId, version: department.version };
    if (version !== department.version) {
      const details = { version: department.version };
      throw new Refusal('conflict', 'the department was changed meanwhile', {}, details);
    }
    await updateRow(tx, departmentId, given);
    tell(tx, { noun: 'department', nounId: departmentId });
    return { id: departmentId, version: version + 1 };
  });
}
