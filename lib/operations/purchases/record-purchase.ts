import { insertPurchase } from '@/db/purchases';
import type { PurchaseInput } from '@/lib/domain/purchases/purchases.contract';
import { type Context, signedIn } from '@/lib/operations/context';
import {
  addContracts,
  addProduct,
  changeCardOfPurchase,
  purchaseCard,
  refuseWrongPurchase,
  timeOfPurchase,
} from './purchase-act';

/**
 * Records what a counterparty bought. With the first purchase a prospect becomes a client (IN-2), who
 * is found by its contract from then on (IN-4).
 * @throws Refusal `notFound`, `forbidden`, `invalid` for a day yet to come
 */
export async function recordPurchase(
  context: Context,
  input: PurchaseInput & { counterpartyId: string },
): Promise<{ purchaseId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const card = await purchaseCard(tx, person, input.counterpartyId);
    await refuseWrongPurchase(tx, context, person, input);
    const { contractNumber, projectId, sumKopecks, boughtOn, paidOn, note } = input;
    const madeClient = card.status === 'prospect';
    const purchaseId = context.newId();
    const now = context.now();
    await insertPurchase(tx, {
      id: purchaseId,
      counterpartyId: card.id,
      contractNumber,
      projectId,
      sumKopecks,
      boughtOn,
      paidOn,
      note,
      happenedAt: timeOfPurchase(boughtOn, now),
      madeClient,
      createdAt: now,
      createdBy: person.id,
      removedAt: null,
      removedBy: null,
      version: 1,
    });
    await changeCardOfPurchase(tx, context, card, {
      status: madeClient ? 'client' : card.status,
      products: await addProduct(tx, card, projectId),
      contracts: await addContracts(tx, context, card, [contractNumber]),
    });
    return { purchaseId };
  });
}
