import type { z } from 'zod';
import { insertEmployee } from '@/db/employees';
import { lockRights } from '@/db/roles';
import { sortKey } from '@/lib/domain/counterparties/name';
import { fullName } from '@/lib/domain/employees/employee';
import type { employeeFields } from '@/lib/domain/employees/employees.contract';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { presentAs } from '@/lib/domain/employees/present-as';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';
import { checkEmployee } from './check-employee';
import { namesOfRoles } from './role-view';

export type EmployeeFields = z.output<typeof employeeFields>;

/**
 * Adds a person without a password. The name they present themselves by is the first name unless given (IN-1).
 * @throws Refusal `forbidden`, `invalid`
 */
export async function createEmployee(context: Context, input: EmployeeFields): Promise<{ id: string }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    if (input.addedRoles.length > 0) await lockRights(tx);
    await checkEmployee(tx, null, input);
    const id = context.newId();
    const fields = { ...input, presentsAs: input.presentsAs || presentAs(fullName(input)) };
    await insertEmployee(tx, {
      id,
      ...fields,
      passwordHash: null,
      sortKey: sortKey(fullName(fields)),
      createdAt: context.now(),
      disabledAt: null,
    });
    await recordChange(tx, context, {
      noun: 'employee',
      nounId: id,
      before: {},
      after: { ...fields, addedRoles: await namesOfRoles(tx, fields.addedRoles) },
    });
    tell(tx, { noun: 'employee', nounId: id });
    return { id };
  });
}
