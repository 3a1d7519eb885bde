import { getEmployee, listEmployeesByIds } from '@/db/employees';
import { fullName } from '@/lib/domain/employees/employee';
import type { EmployeeView } from '@/lib/domain/employees/employees.contract';
import { allows, type Permission, permissions } from '@/lib/domain/employees/permission';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { Refusal } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { viewPresences } from '@/lib/operations/presence/presence-view';
import { viewEmployees } from './employee-view';

export type Me = {
  employee: EmployeeView;
  presence: PresenceView;
  substitutesFor: { id: string; name: string }[];
  permissions: Permission[];
};

/** Who is signed in, with rights and presence. */
export async function getMe(context: Context): Promise<Me> {
  const person = signedIn(context);
  const row = await getEmployee(context.read, person.id);
  if (!row) throw new Refusal('unauthorized', 'sign in first');
  const [employee] = await viewEmployees(context.read, [row]);
  const [presence] = await viewPresences(context.read, [row], context.now());
  const substituted = await listEmployeesByIds(context.read, person.substitutesFor);
  return {
    employee: employee!,
    presence: presence!,
    substitutesFor: substituted.map((other) => ({ id: other.id, name: fullName(other) })),
    permissions: permissions.filter((permission) => allows(person, permission)),
  };
}
