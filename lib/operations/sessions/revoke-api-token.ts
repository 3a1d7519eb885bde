import { listApiTokensByIds, updateApiTokenRevoked } from '@/db/api-tokens';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/** Ends a token of one's own, or as an administrator anybody's, from its next request on. @throws Refusal `notFound` */
export async function revokeApiToken(
  context: Context,
  { apiTokenId }: { apiTokenId: string },
): Promise<{ id: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const [token] = await listApiTokensByIds(tx, [apiTokenId]);
    if (!token || (token.employeeId !== person.id && !mayAdminister(person))) throw notFound('token');
    if (!(await updateApiTokenRevoked(tx, token.id, context.now()))) return { id: token.id };
    await recordChange(tx, context, {
      noun: 'employee',
      nounId: token.employeeId,
      before: { apiToken: token.label },
      after: { apiToken: null },
    });
    tell(tx, { noun: 'apiToken', nounId: token.id, employeeId: token.employeeId });
    return { id: token.id };
  });
}
