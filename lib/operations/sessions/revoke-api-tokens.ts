import { updateApiTokensRevoked } from '@/db/api-tokens';
import { getEmployeeForUpdate } from '@/db/employees';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/** Ends every API token of a person at once. @throws Refusal `forbidden`, `notFound` */
export async function revokeApiTokens(
  context: Context,
  { employeeId }: { employeeId: string },
): Promise<{ revoked: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    if (!(await getEmployeeForUpdate(tx, employeeId))) throw notFound('employee');
    const revoked = await updateApiTokensRevoked(tx, employeeId, context.now());
    if (revoked > 0) {
      await recordChange(tx, context, {
        noun: 'employee',
        nounId: employeeId,
        before: { apiTokens: revoked },
        after: { apiTokens: 0 },
      });
    }
    return { revoked };
  });
}
