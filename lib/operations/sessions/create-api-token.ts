import { findEmployeeByEmail } from '@/db/employees';
import type { TokenScope } from '@/lib/domain/employees/token-life';
import { Refusal } from '@/lib/domain/errors';
import type { Context } from '@/lib/operations/context';
import { keepApiToken } from './keep-api-token';

/**
 * A token with the rights of an employee, told once and kept as a hash. Run from the shell of the server.
 * @throws Refusal `notFound` when nobody who works here has the address
 */
export async function createApiToken(
  context: Context,
  input: { email: string; label: string; scope: TokenScope; days: number },
): Promise<{ token: string; expiresAt: number }> {
  const { email, ...wanted } = input;
  const token = context.secrets.newApiToken();
  const { expiresAt } = await context.tx(async (tx) => {
    const employee = await findEmployeeByEmail(tx, email.trim().toLowerCase());
    if (!employee || employee.disabledAt !== null)
      throw new Refusal('notFound', `nobody who works here has the address ${email}`);
    return keepApiToken(tx, context, { ...wanted, employeeId: employee.id, token });
  });
  return { token, expiresAt };
}
