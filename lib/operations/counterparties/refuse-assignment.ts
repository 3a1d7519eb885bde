import { getDepartment } from '@/db/departments';
import { getEmployee } from '@/db/employees';
import type { Person } from '@/lib/domain/employees/employee';
import { forbidden, invalid } from '@/lib/domain/errors';
import { mayAssignClients } from '@/lib/domain/rounds/round-rights';
import type { Tx } from '@/lib/operations/context';

/**
 * CO-1: whose client somebody is decides whom they are paid for, so that only some say it, and only of people at work in the
 * client department. Null: nobody's.
 * @throws Refusal `forbidden`; `invalid` at `assignedTo` for anybody else
 */
export async function refuseAssignment(tx: Tx, person: Person, assignedTo: string | null): Promise<void> {
  if (!mayAssignClients(person)) throw forbidden();
  if (assignedTo === null) return;
  const employee = await getEmployee(tx, assignedTo);
  const department = employee && (await getDepartment(tx, employee.departmentId));
  if (employee?.disabledAt !== null || department?.kind !== 'client') {
    throw invalid({ assignedTo: 'notAChoice' });
  }
}
