import { type CounterpartyPairRow, getPair, updatePair } from '@/db/counterparty-pairs';
import { mayMergeCards } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';

/** The two cards are not the same counterparty, and are not suspected again. @throws Refusal `forbidden`, `notFound` */
export const dismissPair = (context: Context, { pairId }: { pairId: string }) =>
  judge(context, pairId, { dismissedAt: context.now(), dismissedBy: context.person?.id ?? null });

/** They may be the same after all. @throws Refusal `forbidden`, `notFound` */
export const suspectPair = (context: Context, { pairId }: { pairId: string }) =>
  judge(context, pairId, { dismissedAt: null, dismissedBy: null });

async function judge(
  context: Context,
  pairId: string,
  change: Pick<CounterpartyPairRow, 'dismissedAt' | 'dismissedBy'>,
): Promise<{ pairId: string }> {
  if (!mayMergeCards(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const pair = await getPair(tx, pairId);
    if (!pair) throw notFound('pair');
    await updatePair(tx, pair.id, change);
    tell(tx, { noun: 'counterparty', nounId: pair.oneId });
    return { pairId: pair.id };
  });
}
