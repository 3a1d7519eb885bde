import { listDepartments } from '@/db/departments';
import { type EmployeeRow, getEmployeeForUpdate, updateEmployee as updateRow } from '@/db/employees';
import { lockRights } from '@/db/roles';
import type { Db } from '@/db/store';
import { sortKey } from '@/lib/domain/counterparties/name';
import { fullName } from '@/lib/domain/employees/employee';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { presentAs } from '@/lib/domain/employees/present-as';
import { type FieldErrors, forbidden, invalid, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { noteReachability } from '@/lib/operations/presence/note-reachability';
import { recordChange } from '@/lib/operations/settings/record-change';
import { refuseOtherVersion } from '@/lib/operations/settings/refuse-other-version';
import { checkEmployee } from './check-employee';
import type { EmployeeFields } from './create-employee';
import { refuseNobodyToAdminister } from './list-rights-holders';
import { namesOfRoles } from './role-view';

/**
 * Changes the given fields; rights change at once, for sessions already open too.
 * @throws Refusal `forbidden`, `notFound`, `invalid`, `notPossibleNow`; `conflict` when somebody else changed them meanwhile
 */
export async function updateEmployee(
  context: Context,
  {
    employeeId,
    version: begunWith,
    ...given
  }: { employeeId: string; version: number } & Partial<EmployeeFields>,
): Promise<{ id: string; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, employeeId);
    if (!employee) throw notFound('employee');
    await refuseLosingHead(tx, employee, given);
    if (given.addedRoles) await lockRights(tx);
    const version = await changeEmployee(tx, context, employee, given);
    if (version !== employee.version) refuseOtherVersion(begunWith, employee);
    if (employee.disabledAt === null && mayChangeRights(given)) await refuseNobodyToAdminister(tx);
    return { id: employeeId, version };
  });
}

/** Checks, saves, writes the history and tells; for the administrator's changes and one's own. Returns the version there is then. */
export async function changeEmployee(
  tx: Tx,
  context: Context,
  employee: EmployeeRow,
  given: Partial<EmployeeFields> & { reminderMinutes?: number | null },
): Promise<number> {
  await checkEmployee(tx, employee, given);
  const named = { ...employee, ...given };
  const after = { ...given };
  if (given.presentsAs !== undefined) after.presentsAs = given.presentsAs || presentAs(fullName(named));
  const hasChanged = await recordChange(tx, context, {
    noun: 'employee',
    nounId: employee.id,
    before: { ...employee, addedRoles: await namesOfRoles(tx, employee.addedRoles) },
    after: { ...after, ...(given.addedRoles && { addedRoles: await namesOfRoles(tx, given.addedRoles) }) },
  });
  if (!hasChanged) return employee.version;
  const version = employee.version + 1;
  await updateRow(tx, employee.id, { ...after, sortKey: sortKey(fullName(named)), version });
  tell(tx, { noun: 'employee', nounId: employee.id });
  if (given.phoneKind === undefined) return version;
  if (await noteReachability(tx, { employeeId: employee.id, now: context.now() })) {
    tell(tx, { noun: 'presence', nounId: employee.id });
  }
  return version;
}

/** Where somebody works decides about their rights as their roles do. */
const mayChangeRights = ({ roles, addedRoles, departmentId }: Partial<EmployeeFields>) =>
  roles !== undefined || addedRoles !== undefined || departmentId !== undefined;

/** What is escalated to a department goes to its head, who stays one of its heads until another is named. */
async function refuseLosingHead(db: Db, employee: EmployeeRow, given: Partial<EmployeeFields>) {
  const departments = await listDepartments(db);
  if (!departments.some(({ headId }) => headId === employee.id)) return;
  const problem = 'employees.problems.headsDepartment';
  const isLeaving = given.departmentId !== undefined && given.departmentId !== employee.departmentId;
  const isLosingRole = employee.roles.includes('head') && given.roles && !given.roles.includes('head');
  const fields: FieldErrors = {
    ...(isLeaving && { departmentId: problem }),
    ...(isLosingRole && { roles: problem }),
  };
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
