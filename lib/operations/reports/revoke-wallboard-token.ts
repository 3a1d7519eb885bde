import { updateWallboardTokenRevoked } from '@/db/wallboard-tokens';
import { forbidden, notFound } from '@/lib/domain/errors';
import { mayManageWallboards } from '@/lib/domain/reports/report-rights';
import { type Context, signedIn } from '@/lib/operations/context';
import { recordChange } from '@/lib/operations/settings/record-change';

/** The television is let in no more, from its next question on. @throws Refusal `forbidden`, `notFound` */
export async function revokeWallboardToken(
  context: Context,
  { tokenId }: { tokenId: string },
): Promise<{ id: string }> {
  if (!mayManageWallboards(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const revoked = await updateWallboardTokenRevoked(tx, tokenId, context.now());
    if (!revoked) throw notFound('television');
    await recordChange(tx, context, {
      noun: 'wallboard',
      nounId: tokenId,
      before: { wallboardToken: revoked.label },
      after: { wallboardToken: null },
    });
    return { id: tokenId };
  });
}
