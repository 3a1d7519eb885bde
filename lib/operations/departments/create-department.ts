import { insertDepartment } from '@/db/departments';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { checkHead } from './check-head';

/**
 * Adds a department, whose head is named once they belong to it. Calls and hand-overs by kind go on to the oldest working one.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function createDepartment(
  context: Context,
  input: { kind: DepartmentKind; name: string; nameEn: string; headId: string | null; hours: BusinessHours },
): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await checkHead(tx, input.headId, null);
    const id = context.newId();
    const { kind, name, nameEn, headId, hours } = input;
    const fields = { kind, name, nameEn, headId, hours };
    await insertDepartment(tx, { id, ...fields, createdAt: context.now(), disabledAt: null });
    await recordChange(tx, context, { noun: 'department', nounId: id, before: {}, after: fields });
    tell(tx, { noun: 'department', nounId: id });
    return { id };
  });
}
