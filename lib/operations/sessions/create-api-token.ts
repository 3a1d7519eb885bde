import { insertApiToken } from '@/db/api-tokens';
import { findEmployeeByEmail } from '@/db/employees';
import { Refusal } from '@/lib/domain/errors';
import type { Context } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/**
 * A token with the rights of an employee, told once and kept as a hash. Run from the shell of the server.
 * @throws Refusal `notFound` when nobody who works here has the address
 */
export async function createApiToken(
  context: Context,
  input: { email: string; label: string },
): Promise<{ token: string }> {
  const token = context.secrets.newApiToken();
  await context.tx(async (tx) => {
    const employee = await findEmployeeByEmail(tx, input.email.trim().toLowerCase());
    if (!employee || employee.disabledAt !== null)
      throw new Refusal('notFound', `nobody who works here has the address ${input.email}`);
    await insertApiToken(tx, {
      id: context.newId(),
      tokenHash: context.secrets.hashSecret(token),
      employeeId: employee.id,
      label: input.label,
      createdAt: context.now(),
    });
    await recordChange(tx, context, {
      noun: 'employee',
      nounId: employee.id,
      before: {},
      after: { apiToken: input.label },
    });
  });
  return { token };
}
