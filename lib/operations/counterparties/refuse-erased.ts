import { type CounterpartyRow, getCounterpartyLocked } from '@/db/counterparties';
import { Refusal } from '@/lib/domain/errors';
import type { Tx } from '@/lib/operations/context';

/**
 * Nothing is written to a card whose data is being erased or was.
 * @throws Refusal `notPossibleNow` with the reason `cardErased`
 */
export function refuseErased({ erasedAt }: Pick<CounterpartyRow, 'erasedAt'>): void {
  if (erasedAt === null) return;
  throw new Refusal('notPossibleNow', 'the data of this card was erased', {}, { reason: 'cardErased' });
}

/** The same for what hangs on a card; until the transaction ends no erasure of it begins. @throws Refusal `notPossibleNow` */
export async function refuseErasedCard(tx: Tx, counterpartyId: string | null): Promise<void> {
  const card = counterpartyId === null ? null : await getCounterpartyLocked(tx, counterpartyId);
  if (card) refuseErased(card);
}
