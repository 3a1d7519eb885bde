import { and, inArray, notInArray } from 'drizzle-orm';
import type { Db } from '@/db/store';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { Needles } from '@/lib/domain/personal-data/needles';

type Own = { cards: readonly string[]; contacts: readonly string[]; cardOfContact: string | null };

/**
 * What is the subject's alone: a phone, an address or a name that stands in another card, at another contact person or at
 * one of our own people tells of them too, and stays with them.
 */
export async function withoutShared(db: Db, known: Needles, own: Own): Promise<Needles> {
  return {
    names: await except(known.names, (names) => namesElsewhere(db, names, own)),
    phones: await except(known.phones, (phones) => phonesElsewhere(db, phones, own)),
    emails: await except(known.emails, (emails) => emailsElsewhere(db, emails, own)),
    numbers: await except(known.numbers, (numbers) => numbersElsewhere(db, numbers, own)),
  };
}

async function except(
  texts: string[],
  find: (texts: string[]) => Promise<(string | null)[]>,
): Promise<string[]> {
  if (texts.length === 0) return [];
  const shared = new Set(await find(texts));
  return texts.filter((text) => !shared.has(text));
}

async function phonesElsewhere(db: Db, phones: string[], own: Own) {
  const { counterpartyPhones: t, companyNumbers, employees } = db.t;
  const cards = await db.q
    .select({ e164: t.e164, card: t.counterpartyId, contact: t.contactId })
    .from(t)
    .where(inArray(t.e164, phones));
  const ours = await db.q
    .select({ e164: companyNumbers.e164 })
    .from(companyNumbers)
    .where(inArray(companyNumbers.e164, phones));
  const staff = await db.q
    .select({ e164: employees.phone })
    .from(employees)
    .where(inArray(employees.phone, phones));
  return [...cards.filter((row) => isElsewhere(row, own)), ...ours, ...staff].map(({ e164 }) => e164);
}

async function emailsElsewhere(db: Db, emails: string[], own: Own) {
  const { counterpartyEmails: t, employees } = db.t;
  const norms = emails.map((email) => email.toLowerCase());
  const rows = await db.q
    .select({ norm: t.addressNorm, card: t.counterpartyId, contact: t.contactId })
    .from(t)
    .where(inArray(t.addressNorm, norms));
  const staff = await db.q
    .select({ norm: employees.email })
    .from(employees)
    .where(inArray(employees.email, norms));
  const shared = new Set([...rows.filter((row) => isElsewhere(row, own)), ...staff].map(({ norm }) => norm));
  return emails.filter((email) => shared.has(email.toLowerCase()));
}

async function numbersElsewhere(db: Db, numbers: string[], own: Own) {
  const { counterparties: t } = db.t;
  const rows = await db.q
    .select({ inn: t.inn })
    .from(t)
    .where(and(inArray(t.inn, numbers), own.cards.length > 0 ? notInArray(t.id, [...own.cards]) : undefined));
  return rows.map(({ inn }) => inn);
}

async function namesElsewhere(db: Db, names: string[], own: Own) {
  const { counterparties: t, counterpartyContacts: contacts, employees } = db.t;
  const norms = names.map(normaliseName);
  const cards = await db.q.select({ id: t.id, name: t.name }).from(t).where(inArray(t.nameNorm, norms));
  const told = await db.q
    .select({ id: t.id, name: t.contactPerson })
    .from(t)
    .where(inArray(t.contactPerson, names));
  const people = await db.q
    .select({ card: contacts.counterpartyId, contact: contacts.id, name: contacts.name })
    .from(contacts)
    .where(inArray(contacts.name, names));
  const staff = await db.q
    .select({ surname: employees.surname, givenName: employees.givenName, patronymic: employees.patronymic })
    .from(employees);
  const shared = new Set(
    [
      ...cards.filter(({ id }) => !own.cards.includes(id)),
      ...told.filter(({ id }) => !own.cards.includes(id) && id !== own.cardOfContact),
      ...people.filter((row) => isElsewhere(row, own)),
    ].map(({ name }) => normaliseName(name)),
  );
  for (const { surname, givenName, patronymic } of staff) {
    for (const form of [
      [surname, givenName],
      [givenName, surname],
      [surname, givenName, patronymic ?? ''],
    ])
      shared.add(normaliseName(form.join(' ')));
  }
  return names.filter((name) => shared.has(normaliseName(name)));
}

const isElsewhere = (row: { card: string; contact: string | null }, own: Own): boolean =>
  !own.cards.includes(row.card) && !(row.contact !== null && own.contacts.includes(row.contact));
