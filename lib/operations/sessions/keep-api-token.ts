import { insertApiToken, listApiTokens } from '@/db/api-tokens';
import { mostTokens, type TokenScope, tokenExpiry } from '@/lib/domain/employees/token-life';
import { invalid } from '@/lib/domain/errors';
import type { Context, Tx } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/**
 * Keeps the hash of a new token and writes into the history whose it is. Returns when it expires (epoch ms).
 * @throws Refusal `invalid` when the person has too many
 */
export async function keepApiToken(
  tx: Tx,
  context: Context,
  made: { employeeId: string; token: string; label: string; scope: TokenScope; days: number },
): Promise<{ id: string; expiresAt: number }> {
  const { employeeId, label, scope } = made;
  const now = context.now();
  if ((await listApiTokens(tx, employeeId)).length >= mostTokens) throw invalid({ label: 'tooMany' });
  const id = context.newId();
  const expiresAt = tokenExpiry(now, made.days, context.token?.expiresAt ?? null);
  const tokenHash = context.secrets.hashSecret(made.token);
  await insertApiToken(tx, { id, tokenHash, employeeId, label, scope, createdAt: now, expiresAt });
  await recordChange(tx, context, {
    noun: 'employee',
    nounId: employeeId,
    before: {},
    after: { apiToken: label },
  });
  return { id, expiresAt };
}
