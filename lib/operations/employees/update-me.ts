import { getEmployeeForUpdate } from '@/db/employees';
import type { PhoneKind } from '@/lib/domain/employees/phone-kind';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { changeEmployee } from './update-employee';

/**
 * Changes how one is presented to callers (IN-1), rung, stood in for and reminded.
 * @throws Refusal `invalid`
 */
export async function updateMe(
  context: Context,
  given: {
    presentsAs?: string;
    phone?: string | null;
    phoneKind?: PhoneKind;
    substituteId?: string | null;
    reminderMinutes?: number | null;
  },
): Promise<{ id: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, person.id);
    if (!employee) throw notFound('employee');
    const { presentsAs, phone, phoneKind, substituteId, reminderMinutes } = given;
    await changeEmployee(tx, context, employee, {
      ...(presentsAs === undefined ? {} : { presentsAs }),
      ...(phone === undefined ? {} : { phone }),
      ...(phoneKind === undefined ? {} : { phoneKind }),
      ...(substituteId === undefined ? {} : { substituteId }),
      ...(reminderMinutes === undefined ? {} : { reminderMinutes }),
    });
    return { id: person.id };
  });
}
