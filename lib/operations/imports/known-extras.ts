import type { CounterpartyRow } from '@/db/counterparties';
import { listContactsOfCounterparties } from '@/db/counterparty-contacts';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import { type CounterpartyPhoneRow, listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { listProductsOfCounterparties } from '@/db/counterparty-products';
import { listValuesOfCounterparties } from '@/db/counterparty-values';
import type { Db } from '@/db/store';
import type { KnownExtras } from '@/lib/domain/imports/card-extras';

/** What cards have beside what leads to them, read once for all of them; `phones` are theirs when they are known already. */
export async function knownExtras(
  db: Db,
  cards: readonly CounterpartyRow[],
  phones?: readonly CounterpartyPhoneRow[],
): Promise<Map<string, KnownExtras>> {
  const ids = [...new Set(cards.map(({ id }) => id))];
  const of = <Row extends { counterpartyId: string }>(rows: readonly Row[]) =>
    Map.groupBy(rows, ({ counterpartyId }) => counterpartyId);
  const emails = of(await listEmailsOfCounterparties(db, ids));
  const contacts = of(await listContactsOfCounterparties(db, ids));
  const products = of(await listProductsOfCounterparties(db, ids));
  const values = of(await listValuesOfCounterparties(db, ids));
  const known = phones ?? (await listPhonesOfCounterparties(db, ids));
  const withPhone = new Set(known.map(({ contactId }) => contactId));
  return new Map(
    cards.map(({ id, kpp, priceType, assignedTo }) => [
      id,
      {
        ...{ kpp, priceType, assignedTo },
        emails: (emails.get(id) ?? []).map(({ address }) => address),
        products: (products.get(id) ?? []).map(({ projectId }) => projectId),
        contacts: (contacts.get(id) ?? []).map((one) => ({ ...one, hasPhone: withPhone.has(one.id) })),
        ownValues: new Map((values.get(id) ?? []).map(({ fieldId, value }) => [fieldId, value])),
      },
    ]),
  );
}
