import { listContractsOfCounterparties } from '@/db/contracts';
import type { CounterpartyRow } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';

/** Cards with their phones and contract numbers, in the order given. */
export async function cardSummaries(db: Db, cards: readonly CounterpartyRow[]): Promise<CardSummary[]> {
  const ids = cards.map((card) => card.id);
  const phones = Map.groupBy(await listPhonesOfCounterparties(db, ids), (phone) => phone.counterpartyId);
  const contracts = Map.groupBy(
    await listContractsOfCounterparties(db, ids),
    (contract) => contract.counterpartyId,
  );
  return cards.map(({ id, name, status, category, city, contactPerson }) => ({
    id,
    name,
    status,
    category,
    city,
    contactPerson,
    phones: (phones.get(id) ?? [])
      .filter(({ contactId }) => contactId === null)
      .map(({ raw, e164, extension }) => ({ raw, e164, extension })),
    contracts: (contracts.get(id) ?? []).map((contract) => contract.number),
  }));
}
