import { listContactsOfCounterparties } from '@/db/counterparty-contacts';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import type { PhoneToCall } from '@/lib/domain/counterparties/card-views';

/** On what phones each of these counterparties is called: its own first, then those of its contact persons, by name. */
export async function phonesToCall(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<(counterpartyId: string) => PhoneToCall[]> {
  const phones = await listPhonesOfCounterparties(db, counterpartyIds);
  const names = new Map(
    (await listContactsOfCounterparties(db, counterpartyIds)).map(({ id, name }) => [id, name]),
  );
  const byCard = Map.groupBy(phones, ({ counterpartyId }) => counterpartyId);
  return (counterpartyId) =>
    (byCard.get(counterpartyId) ?? []).map(({ raw, e164, extension, contactId }) => ({
      raw,
      e164,
      extension,
      contactName: contactId === null ? null : (names.get(contactId) ?? null),
    }));
}
