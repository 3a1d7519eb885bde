import { hasOtherPurchase, updatePurchase } from '@/db/purchases';
import { type Context, signedIn } from '@/lib/operations/context';
import { changeCardOfPurchase, purchaseText, purchaseWithCard } from './purchase-act';
import { refuseRemovalFromFolder } from './refuse-in-folder';

/**
 * Takes back a purchase recorded by mistake. Whom this purchase alone made a client is a prospect again.
 * @throws Refusal `notFound`, `forbidden`, `notPossibleNow` when it lies in a folder
 */
export async function removePurchase(
  context: Context,
  input: { purchaseId: string },
): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { purchase, card } = await purchaseWithCard(tx, person, input.purchaseId);
    if (purchase.removedAt !== null) return { version: purchase.version };
    await refuseRemovalFromFolder(tx, purchase);
    const version = purchase.version + 1;
    await updatePurchase(tx, purchase.id, { removedAt: context.now(), removedBy: person.id, version });
    const isProspect =
      purchase.madeClient && card.status === 'client' && !(await hasOtherPurchase(tx, card.id, purchase.id));
    await changeCardOfPurchase(tx, context, card, {
      status: isProspect ? 'prospect' : card.status,
      purchases: { from: await purchaseText(tx, purchase), to: null },
    });
    return { version };
  });
}
