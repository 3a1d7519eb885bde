import { getEmployeeForUpdate } from '@/db/employees';
import { mayChangePresenceOf } from '@/lib/domain/employees/permissions';
import type { PresenceChoice, PresenceView } from '@/lib/domain/employees/presence.contract';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveChoice } from './save-presence';

/**
 * A head chooses for somebody of their department; the change stands in the history.
 * @throws Refusal `forbidden`, `notFound`, `invalid`
 */
export async function choosePresenceForOther(
  context: Context,
  { employeeId, ...choice }: PresenceChoice & { employeeId: string },
): Promise<PresenceView> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, employeeId);
    if (employee && employee.id === person.id) return saveChoice(tx, context, employee, choice);
    if (!employee || employee.disabledAt !== null) {
      throw mayChangePresenceOf(person, person.departmentId) ? notFound('employee') : forbidden();
    }
    if (!mayChangePresenceOf(person, employee.departmentId)) throw forbidden();
    return saveChoice(tx, context, employee, choice);
  });
}
