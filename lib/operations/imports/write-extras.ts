import type { ChangedFields } from '@/db/changes';
import type { CounterpartyRow } from '@/db/counterparties';
import {
  type CounterpartyContactRow,
  deleteContactsByIds,
  insertCounterpartyContacts,
  updateContactBirthday,
} from '@/db/counterparty-contacts';
import {
  type CounterpartyEmailRow,
  deleteEmailsByIds,
  insertCounterpartyEmails,
} from '@/db/counterparty-emails';
import { type CounterpartyPhoneRow, insertCounterpartyPhones } from '@/db/counterparty-phones';
import {
  type CounterpartyProduct,
  deleteCounterpartyProduct,
  insertCounterpartyProducts,
} from '@/db/counterparty-products';
import type { MadeWithCard } from '@/db/counterparty-records';
import {
  type CounterpartyValueRow,
  deleteCounterpartyValues,
  insertCounterpartyValues,
} from '@/db/counterparty-values';
import { updateRoundsManager } from '@/db/round-plans';
import { listOpenRoundsOf, updateRound } from '@/db/rounds';
import type { Db } from '@/db/store';
import { ownFieldKey } from '@/lib/domain/counterparties/own-field';
import { type CardExtras, isNothing, missingExtras } from '@/lib/domain/imports/card-extras';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { contactText, listCardContacts } from '@/lib/operations/counterparties/save-contacts';
import { saveSearchWords } from '@/lib/operations/counterparties/save-search-words';
import type { CardPhone } from './find-cards';
import type { Surroundings } from './import-work';
import { knownExtras } from './known-extras';

type Rows = {
  emails: CounterpartyEmailRow[];
  contacts: CounterpartyContactRow[];
  phones: CounterpartyPhoneRow[];
  products: CounterpartyProduct[];
  values: CounterpartyValueRow[];
};

type Places = { emails: number; contacts: number };

const firstPlaces: Places = { emails: 0, contacts: 0 };

/** What a card is made with beside its own row. A contact person whom the card has already gets only a phone. */
function rowsOf(
  context: Context,
  counterpartyId: string,
  { emails, contact, products, ownValues }: CardExtras<CardPhone>,
  contactId: string | null,
  from: Places,
): Rows {
  const ofContact = contactId ?? context.newId();
  const position = from.contacts;
  const person = contact && {
    ...{ id: ofContact, counterpartyId, position },
    ...{ name: contact.name, role: '', birthday: contact.birthday },
  };
  return {
    emails: emails.map((address, at) => ({
      ...{ id: context.newId(), counterpartyId, address, addressNorm: normaliseEmail(address) },
      ...{ position: from.emails + at, contactId: null },
    })),
    contacts: person && contactId === null ? [person] : [],
    phones: contact?.phone
      ? [{ id: context.newId(), counterpartyId, position, contactId: ofContact, ...contact.phone }]
      : [],
    products: products.map((projectId) => ({ counterpartyId, projectId })),
    values: [...ownValues].map(([fieldId, value]) => ({ counterpartyId, fieldId, value })),
  };
}

async function insertRows(tx: Db, rows: readonly Rows[]): Promise<void> {
  const all = <Name extends keyof Rows>(name: Name) =>
    rows.flatMap((one) => one[name] as Rows[Name][number][]);
  await insertCounterpartyEmails(tx, all('emails'));
  await insertCounterpartyContacts(tx, all('contacts'));
  await insertCounterpartyPhones(tx, all('phones'));
  await insertCounterpartyProducts(tx, all('products'));
  await insertCounterpartyValues(tx, all('values'));
}

/** Writes what new cards are made with, all at once; says of each that has any how much. */
export async function insertExtras(
  tx: Db,
  context: Context,
  cards: readonly { cardId: string; extras: CardExtras<CardPhone> }[],
): Promise<Map<string, MadeWithCard>> {
  const told = cards.filter(({ extras }) => !isNothing(extras));
  const rows = told.map(({ cardId, extras }) => rowsOf(context, cardId, extras, null, firstPlaces));
  await insertRows(tx, rows);
  return new Map(
    rows.map(({ emails, contacts, products, values }, at) => [
      told[at]!.cardId,
      {
        counterpartyEmails: emails.length,
        counterpartyContacts: contacts.length,
        counterpartyProducts: products.length,
        counterpartyValues: values.length,
      },
    ]),
  );
}

/** What of a card a row completed, by what it is taken out again. */
export type ExtrasBefore = {
  emailIds: string[];
  contactIds: string[];
  /** Whose birthday nobody had told. */
  bornIds: string[];
  productIds: string[];
  ownFieldIds: string[];
  /** Whose its rounds were that went to the client manager. */
  rounds: { id: string; managerId: string }[];
};

/** Adds to a card what it does not have, and says so in `fields`; null when it has everything. */
export async function completeExtras(
  tx: Tx,
  context: Context,
  card: CounterpartyRow,
  told: CardExtras<CardPhone>,
  fields: ChangedFields,
  { projectNames }: Surroundings,
): Promise<{ change: Partial<CounterpartyRow>; before: ExtrasBefore } | null> {
  if (isNothing(told)) return null;
  const known = (await knownExtras(tx, [card])).get(card.id)!;
  const missing = missingExtras(told, known);
  if (isNothing(missing)) return null;
  const contactsBefore = missing.contact ? await listCardContacts(tx, card.id) : [];
  const rows = rowsOf(context, card.id, missing, missing.contactId, {
    emails: known.emails.length,
    contacts: known.contacts.length,
  });
  await insertRows(tx, [rows]);
  const born = missing.contact?.birthday && missing.contactId ? missing.contactId : null;
  if (born) await updateContactBirthday(tx, born, missing.contact!.birthday);
  if (rows.contacts.length > 0) await saveSearchWords(tx, card);

  const change: Partial<CounterpartyRow> = {};
  for (const field of ['kpp', 'priceType', 'assignedTo'] as const) {
    if (!missing[field]) continue;
    Object.assign(change, { [field]: missing[field] });
    fields[field] = { from: card[field], to: missing[field] };
  }
  const rounds = missing.assignedTo ? await listOpenRoundsOf(tx, [card.id]) : [];
  if (missing.assignedTo) {
    await updateRoundsManager(tx, [card.id], missing.assignedTo);
    tell(tx, { noun: 'round', nounId: card.id });
  }
  if (missing.emails.length > 0) {
    fields.emails = { from: known.emails, to: [...known.emails, ...missing.emails] };
  }
  if (missing.contact) {
    const to = (await listCardContacts(tx, card.id)).map(contactText);
    fields.contacts = { from: contactsBefore.map(contactText), to };
  }
  if (missing.products.length > 0) {
    const named = (ids: readonly string[]) => ids.map((id) => projectNames.get(id) ?? id).sort();
    fields.products = { from: named(known.products), to: named([...known.products, ...missing.products]) };
  }
  for (const [id, value] of missing.ownValues) fields[ownFieldKey(id)] = { from: '', to: value };
  return {
    change,
    before: {
      emailIds: rows.emails.map(({ id }) => id),
      contactIds: rows.contacts.map(({ id }) => id),
      bornIds: born ? [born] : [],
      productIds: [...missing.products],
      ownFieldIds: [...missing.ownValues.keys()],
      rounds: rounds.map(({ id, managerId }) => ({ id, managerId })),
    },
  };
}

/** Takes out of a card what a row had added to it beside phones. */
export async function takeOutExtras(tx: Db, counterpartyId: string, before: ExtrasBefore): Promise<void> {
  await deleteEmailsByIds(tx, before.emailIds);
  await deleteContactsByIds(tx, before.contactIds);
  for (const id of before.bornIds) await updateContactBirthday(tx, id, '');
  for (const projectId of before.productIds) {
    await deleteCounterpartyProduct(tx, { counterpartyId, projectId });
  }
  await deleteCounterpartyValues(tx, counterpartyId, before.ownFieldIds);
  const open = before.rounds.length > 0 ? await listOpenRoundsOf(tx, [counterpartyId]) : [];
  for (const { id, managerId } of before.rounds) {
    if (open.some((round) => round.id === id)) await updateRound(tx, id, { managerId });
  }
}
