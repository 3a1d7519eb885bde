import { insertWallboardToken, listWallboardTokens } from '@/db/wallboard-tokens';
import { forbidden, invalid } from '@/lib/domain/errors';
import { mayManageWallboards } from '@/lib/domain/reports/report-rights';
import { mostWallboardTokens } from '@/lib/domain/reports/wallboard.contract';
import { wallboardTokenPrefix } from '@/lib/domain/reports/wallboard-token';
import { type Context, signedIn } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/**
 * Lets a television in to the wallboard and nowhere else. The token is told this once and kept as a hash: the same request
 * sent again is answered without it.
 * @throws Refusal `forbidden`; `invalid` when there are too many
 */
export async function createWallboardToken(
  context: Context,
  { label }: { label: string },
): Promise<{ id: string; token: string | null }> {
  const person = signedIn(context);
  if (!mayManageWallboards(person)) throw forbidden();
  const token = wallboardTokenPrefix + context.secrets.newSecret();
  const kept = await context.tx(async (tx) => {
    if ((await listWallboardTokens(tx)).length >= mostWallboardTokens) throw invalid({ label: 'tooMany' });
    const id = context.newId();
    await insertWallboardToken(tx, {
      id,
      tokenHash: context.secrets.hashSecret(token),
      label,
      createdBy: person.id,
      createdAt: context.now(),
    });
    await recordChange(tx, context, {
      noun: 'wallboard',
      nounId: id,
      before: {},
      after: { wallboardToken: label },
    });
    return { id, token: null };
  });
  return { ...kept, token };
}
