import type { TokenScope } from '@/lib/domain/employees/token-life';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { keepApiToken } from './keep-api-token';

/**
 * A token for a program of one's own. It is told this once and kept as a hash: the same request sent again is answered
 * without it.
 * @throws Refusal `invalid` when there are too many
 */
export async function createOwnApiToken(
  context: Context,
  input: { label: string; scope: TokenScope; days: number },
): Promise<{ id: string; token: string | null; expiresAt: number }> {
  const { id: employeeId } = signedIn(context);
  const token = context.secrets.newApiToken();
  const kept = await context.tx(async (tx) => {
    const made = await keepApiToken(tx, context, { ...input, employeeId, token });
    tell(tx, { noun: 'apiToken', nounId: made.id, employeeId });
    return { ...made, token: null };
  });
  return { ...kept, token };
}
