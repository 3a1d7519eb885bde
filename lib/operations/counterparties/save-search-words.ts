import { listContractsOfCounterparties } from '@/db/contracts';
import { deleteCounterpartyWords, insertCounterpartyWords } from '@/db/counterparty-words';
import { searchWords } from '@/lib/domain/counterparties/card-search';
import type { Tx } from '@/lib/operations/context';

/** Keeps the words a card is found by in step with its name, contact person and contracts. */
export async function saveSearchWords(
  tx: Tx,
  card: { id: string; name: string; contactPerson: string },
): Promise<void> {
  const contracts = await listContractsOfCounterparties(tx, [card.id]);
  const words = searchWords(
    card,
    contracts.map((contract) => contract.number),
  );
  await deleteCounterpartyWords(tx, card.id);
  await insertCounterpartyWords(
    tx,
    words.map((word) => ({ word, counterpartyId: card.id })),
  );
}
