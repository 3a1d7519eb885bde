import { updatePurchase } from '@/db/purchases';
import { type Context, signedIn } from '@/lib/operations/context';
import { changeCardOfPurchase, purchaseText, purchaseWithCard } from './purchase-act';

/** Brings back a purchase that was taken back. @throws Refusal `notFound`, `forbidden` */
export async function restorePurchase(
  context: Context,
  input: { purchaseId: string },
): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { purchase, card } = await purchaseWithCard(tx, person, input.purchaseId);
    if (purchase.removedAt === null) return { version: purchase.version };
    const version = purchase.version + 1;
    const madeClient = card.status === 'prospect';
    await updatePurchase(tx, purchase.id, {
      removedAt: null,
      removedBy: null,
      madeClient: purchase.madeClient || madeClient,
      version,
    });
    await changeCardOfPurchase(tx, context, card, {
      status: madeClient ? 'client' : card.status,
      purchases: { from: null, to: await purchaseText(tx, purchase) },
    });
    return { version };
  });
}
