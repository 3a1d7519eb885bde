import { and, eq, or } from 'drizzle-orm';
import { updateCounterparty } from '@/db/counterparties';
import { listContactsOfCounterparties } from '@/db/counterparty-contacts';
import { deleteCounterpartyWords, insertCounterpartyWords } from '@/db/counterparty-words';
import type { Db } from '@/db/store';
import { searchWords } from '@/lib/domain/counterparties/card-search';
import { untoldContact } from '@/lib/domain/counterparties/counterparty';
import { normaliseName } from '@/lib/domain/counterparties/name';
import type { Subject } from '@/lib/domain/personal-data/subject';

/**
 * Takes one contact person off what the card keeps of them beside their own rows: its field, its search words, its history,
 * what merges and imports could be undone by. Returns how many rows changed.
 */
export async function eraseContactOnCard(db: Db, subject: Subject, now: number): Promise<number> {
  const cardId = subject.cardOfContact;
  if (!cardId) return 0;
  const { counterparties, counterpartyMerges, changes, importRows, contracts } = db.t;
  const [card] = await db.q.select().from(counterparties).where(eq(counterparties.id, cardId));
  if (!card) return 0;
  let count = 0;
  const erased = new Set(subject.contactNames.map(normaliseName));
  const isNamed = erased.has(normaliseName(card.contactPerson));
  const contactPerson = isNamed ? untoldContact : card.contactPerson;
  await updateCounterparty(db, cardId, { contactPerson, updatedAt: now, version: card.version + 1 });
  if (isNamed) count += 1;
  const numbers = await db.q.select().from(contracts).where(eq(contracts.counterpartyId, cardId));
  const contacts = await listContactsOfCounterparties(db, [cardId]);
  await deleteCounterpartyWords(db, cardId);
  const words = searchWords(
    { ...card, contactPerson },
    numbers.map(({ number }) => number),
    contacts.map(({ name }) => name).filter((name) => !erased.has(normaliseName(name))),
  );
  await insertCounterpartyWords(
    db,
    words.map((word) => ({ word, counterpartyId: cardId })),
  );
  const ofCard = or(eq(counterpartyMerges.survivorId, cardId), eq(counterpartyMerges.mergedId, cardId));
  count += (await db.q.delete(counterpartyMerges).where(ofCard).returning({ id: counterpartyMerges.id }))
    .length;
  const history = await db.q
    .select()
    .from(changes)
    .where(and(eq(changes.noun, 'counterparty'), eq(changes.nounId, cardId)));
  for (const { id, fields } of history) {
    const told = Object.keys(fields).filter((name) => namingFields.has(name) && !isBlank(fields[name]!));
    if (told.length === 0) continue;
    const blanked = Object.fromEntries(told.map((name) => [name, { from: null, to: null }]));
    await db.q
      .update(changes)
      .set({ fields: { ...fields, ...blanked } })
      .where(eq(changes.id, id));
    count += 1;
  }
  await db.q.update(importRows).set({ before: null }).where(eq(importRows.counterpartyId, cardId));
  return count;
}

const isBlank = ({ from, to }: { from: unknown; to: unknown }) => from === null && to === null;

/** The fields of a card's history in which a contact person is named. */
const namingFields: ReadonlySet<string> = new Set(['contacts', 'contactPerson', 'phones', 'emails']);
