import { getEmployeeForUpdate } from '@/db/employees';
import type { PresenceChoice, PresenceView } from '@/lib/domain/employees/presence.contract';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveChoice } from './save-presence';

/**
 * Chooses one's own presence; with `absent`, until when and who stands in (CS-9).
 * @throws Refusal `invalid`
 */
export async function choosePresence(context: Context, choice: PresenceChoice): Promise<PresenceView> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await getEmployeeForUpdate(tx, person.id);
    if (!employee) throw notFound('employee');
    return saveChoice(tx, context, employee, choice);
  });
}
