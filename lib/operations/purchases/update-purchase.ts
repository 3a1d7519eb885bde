import { type PurchaseRow, updatePurchase as savePurchase } from '@/db/purchases';
import { notFound, Refusal } from '@/lib/domain/errors';
import type { PurchaseInput } from '@/lib/domain/purchases/purchases.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  addContracts,
  addProduct,
  changeCardOfPurchase,
  purchaseText,
  purchaseWithCard,
  refuseWrongPurchase,
  timeOfPurchase,
} from './purchase-act';
import { refuseEmptiedInFolder } from './refuse-in-folder';

/**
 * Changes a purchase; what stood there before is in the history of the card.
 * @throws Refusal `notFound`, `forbidden`, `invalid`, also at the product, the contract and the payment when they are emptied in a
 * folder, `conflict` when it was changed since the given version
 */
export async function updatePurchase(
  context: Context,
  input: PurchaseInput & { purchaseId: string; version: number },
): Promise<{ version: number }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const { purchase, card } = await purchaseWithCard(tx, person, input.purchaseId);
    if (purchase.removedAt !== null) throw notFound('purchase');
    if (purchase.version !== input.version) {
      throw new Refusal('conflict', 'the purchase was changed meanwhile');
    }
    await refuseWrongPurchase(tx, context, person, input);
    await refuseEmptiedInFolder(tx, purchase, input);
    const { contractNumber, projectId, sumKopecks, boughtOn, paidOn, note } = input;
    const happenedAt =
      boughtOn === purchase.boughtOn ? purchase.happenedAt : timeOfPurchase(boughtOn, context.now());
    const changed: PurchaseRow = {
      ...purchase,
      ...{ contractNumber, projectId, sumKopecks, boughtOn, paidOn, note, happenedAt },
    };
    const before = await purchaseText(tx, purchase);
    const after = await purchaseText(tx, changed);
    if (before === after) return { version: purchase.version };
    const version = purchase.version + 1;
    await savePurchase(tx, purchase.id, { ...changed, version });
    await changeCardOfPurchase(tx, context, card, {
      products: await addProduct(tx, card, projectId),
      contracts: await addContracts(tx, context, card, [contractNumber]),
      purchases: { from: before, to: after },
    });
    return { version };
  });
}
