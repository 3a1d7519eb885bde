import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/store';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { SubjectName } from '@/lib/domain/personal-data/subject';

export type NamedSubject = SubjectName & { name: string; cardName: string | null };

const most = 20;

/** Cards and contact persons that have this phone (E.164); the number itself when none has it. */
export async function findSubjectsOfPhone(db: Db, e164: string): Promise<NamedSubject[]> {
  const { counterpartyPhones: t } = db.t;
  const rows = await db.q
    .select({ card: t.counterpartyId, contact: t.contactId })
    .from(t)
    .where(eq(t.e164, e164))
    .limit(most);
  const found = await described(db, rows);
  return found.length > 0 ? found : [{ kind: 'number', id: e164, name: e164, cardName: null }];
}

export async function findSubjectsOfEmail(db: Db, addressNorm: string): Promise<NamedSubject[]> {
  const { counterpartyEmails: t } = db.t;
  const rows = await db.q
    .select({ card: t.counterpartyId, contact: t.contactId })
    .from(t)
    .where(eq(t.addressNorm, addressNorm))
    .limit(most);
  return described(db, rows);
}

/** By an INN, or by a whole name of a card or of a contact person. */
export async function findSubjectsOfName(db: Db, text: string): Promise<NamedSubject[]> {
  const { counterparties: t, counterpartyContacts: contacts } = db.t;
  const isCard = /^(\d{10}|\d{12})$/.test(text) ? eq(t.inn, text) : eq(t.nameNorm, normaliseName(text));
  const cards = await db.q
    .select({ id: t.id })
    .from(t)
    .where(and(isCard, isNull(t.mergedInto)))
    .limit(most);
  const people = await db.q
    .select({ id: contacts.id, card: contacts.counterpartyId })
    .from(contacts)
    .where(eq(contacts.name, text))
    .limit(most);
  return described(db, [
    ...cards.map(({ id }) => ({ card: id, contact: null })),
    ...people.map(({ id, card }) => ({ card, contact: id })),
  ]);
}

/** What a subject is called; null when it is not there, or merged into another card. */
export async function describeSubject(db: Db, { kind, id }: SubjectName): Promise<NamedSubject | null> {
  if (kind === 'number') return { kind, id, name: id, cardName: null };
  if (kind === 'card') return (await described(db, [{ card: id, contact: null }]))[0] ?? null;
  const [contact] = await db.q
    .select()
    .from(db.t.counterpartyContacts)
    .where(eq(db.t.counterpartyContacts.id, id));
  return contact ? ((await described(db, [{ card: contact.counterpartyId, contact: id }]))[0] ?? null) : null;
}

async function described(db: Db, rows: { card: string; contact: string | null }[]): Promise<NamedSubject[]> {
  const { counterparties: t, counterpartyContacts: contacts } = db.t;
  const found = new Map<string, NamedSubject>();
  for (const { card: cardId, contact: contactId } of rows) {
    const [card] = await db.q
      .select()
      .from(t)
      .where(and(eq(t.id, cardId), isNull(t.mergedInto)));
    if (!card) continue;
    if (contactId === null) {
      found.set(cardId, { kind: 'card', id: cardId, name: card.name, cardName: null });
      continue;
    }
    const [contact] = await db.q.select().from(contacts).where(eq(contacts.id, contactId));
    if (contact)
      found.set(contactId, { kind: 'contact', id: contactId, name: contact.name, cardName: card.name });
  }
  return [...found.values()];
}
