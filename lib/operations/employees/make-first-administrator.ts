import { getDepartmentByKind } from '@/db/departments';
import { findEmployeeByEmail, insertEmployee, listWorkingEmployees, updateEmployee } from '@/db/employees';
import type { Db } from '@/db/store';
import { sortKey } from '@/lib/domain/counterparties/name';
import { type FullName, fullName } from '@/lib/domain/employees/employee';
import { allows } from '@/lib/domain/employees/permission';
import { presentAs } from '@/lib/domain/employees/present-as';
import { Refusal } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { insertInvitation, invitationPath } from '@/lib/operations/sessions/create-one-time-link';
import { recordChange } from '@/lib/operations/settings/record-change';
import { listRightsHolders } from './list-rights-holders';

/**
 * Lets the first administrator in, by a one-time link: a new person of the management department, or the one who has
 * this address already. Run from the shell of the server.
 * @throws Refusal `conflict` when an administrator has a password; `notPossibleNow` without departments
 */
export async function makeFirstAdministrator(
  context: Context,
  input: { email: string; name: FullName },
): Promise<{ path: string; expiresAt: number }> {
  const email = input.email.trim().toLowerCase();
  const secret = context.secrets.newSecret();
  const expiresAt = await context.tx(async (tx) => {
    if (await isAnyAdministratorWithPassword(tx)) {
      throw new Refusal(
        'conflict',
        'there is an administrator already: they make one-time links in the settings',
      );
    }
    const employeeId = (await promote(tx, context, email)) ?? (await hire(tx, context, email, input.name));
    return insertInvitation(tx, context, employeeId, secret);
  });
  return { path: invitationPath(secret), expiresAt };
}

async function isAnyAdministratorWithPassword(db: Db): Promise<boolean> {
  const working = await listWorkingEmployees(db);
  const holders = await listRightsHolders(db);
  const administer = new Set(holders.filter((each) => allows(each, 'administer')).map(({ id }) => id));
  return working.some((row) => administer.has(row.id) && row.passwordHash !== null);
}

async function promote(tx: Tx, context: Context, email: string): Promise<string | null> {
  const employee = await findEmployeeByEmail(tx, email);
  if (!employee) return null;
  const after = { roles: [...new Set([...employee.roles, 'administrator' as const])], disabledAt: null };
  await updateEmployee(tx, employee.id, { ...after, version: employee.version + 1 });
  await recordChange(tx, context, { noun: 'employee', nounId: employee.id, before: employee, after });
  return employee.id;
}

async function hire(tx: Tx, context: Context, email: string, name: FullName): Promise<string> {
  const department = await getDepartmentByKind(tx, 'management');
  if (!department) throw new Refusal('notPossibleNow', 'the database has no departments yet');
  const id = context.newId();
  const fields = {
    ...name,
    presentsAs: presentAs(fullName(name)),
    email,
    departmentId: department.id,
    roles: ['administrator' as const],
  };
  await insertEmployee(tx, {
    id,
    ...fields,
    phone: null,
    phoneKind: 'dialled',
    substituteId: null,
    passwordHash: null,
    sortKey: sortKey(fullName(name)),
    createdAt: context.now(),
    disabledAt: null,
  });
  await recordChange(tx, context, { noun: 'employee', nounId: id, before: {}, after: fields });
  return id;
}
