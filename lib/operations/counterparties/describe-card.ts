import { listChangedFields } from '@/db/changes';
import { getCity } from '@/db/cities';
import type { CounterpartyRow } from '@/db/counterparties';
import { listEmailsOfCounterparties } from '@/db/counterparty-emails';
import type { Db } from '@/db/store';
import { type CardPage, type ShownWhenFilled, shownWhenFilled } from '@/lib/domain/counterparties/card-page';
import { shortNames } from '@/lib/operations/employees/short-names';
import { cardSummaries } from './card-summaries';
import { idsOfHistory } from './history-of-card';
import { listCardContacts } from './save-contacts';
import { listOwnFields } from './save-own-fields';
import { listCardProducts } from './save-products';

const changesLookedThrough = 200;

/** Everything that is known of a counterparty. */
export async function describeCard(db: Db, card: CounterpartyRow): Promise<CardPage['card']> {
  const [summary] = await cardSummaries(db, [card]);
  const names = await shortNames(db, [card.assignedTo, card.createdBy]);
  const named = (id: string | null) => (id && names.has(id) ? { id, name: names.get(id)! } : null);
  const city = card.cityId ? await getCity(db, card.cityId) : null;
  const emails = await listEmailsOfCounterparties(db, [card.id]);
  const filled = {
    kpp: card.kpp,
    priceType: card.priceType,
    note: card.note,
    emails: emails.filter(({ contactId }) => contactId === null).map(({ address }) => address),
    contacts: await listCardContacts(db, card.id),
    products: await listCardProducts(db, card.id),
  };
  const empty = shownWhenFilled.filter((field) => filled[field].length === 0);
  return {
    ...summary!,
    ...filled,
    inn: card.inn,
    ownFields: await listOwnFields(db, card.id),
    emptiedFields: await changedOf(db, card.id, empty),
    timeZone: city?.timeZone ?? null,
    assignedTo: named(card.assignedTo),
    createdAt: card.createdAt,
    createdBy: named(card.createdBy),
    version: card.version,
  };
}

async function changedOf(
  db: Db,
  cardId: string,
  asked: readonly ShownWhenFilled[],
): Promise<ShownWhenFilled[]> {
  if (asked.length === 0) return [];
  const changed = new Set<string>();
  for (const id of await idsOfHistory(db, cardId)) {
    for (const field of await listChangedFields(db, 'counterparty', id, changesLookedThrough)) {
      changed.add(field);
    }
  }
  return asked.filter((field) => changed.has(field));
}
