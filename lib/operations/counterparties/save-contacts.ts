import {
  deleteCounterpartyContacts,
  insertCounterpartyContacts,
  listContactsOfCounterparties,
} from '@/db/counterparty-contacts';
import {
  deleteCounterpartyEmails,
  insertCounterpartyEmails,
  listEmailsOfCounterparties,
} from '@/db/counterparty-emails';
import {
  deleteCounterpartyPhones,
  insertCounterpartyPhones,
  listPhonesOfCounterparties,
} from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import { typedBirthday } from '@/lib/domain/counterparties/birthday';
import type { ContactInput } from '@/lib/domain/counterparties/card-edit';
import type { CardContact } from '@/lib/domain/counterparties/card-views';
import { invalid } from '@/lib/domain/errors';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import type { Context, Tx } from '@/lib/operations/context';
import { type ChangedList, isSame } from './changed-list';
import { phoneText } from './phone-text';
import { cardPhone } from './read-card-phone';

/** The contact persons of a card, in their order. */
export async function listCardContacts(db: Db, counterpartyId: string): Promise<CardContact[]> {
  const contacts = await listContactsOfCounterparties(db, [counterpartyId]);
  if (contacts.length === 0) return [];
  const phones = await listPhonesOfCounterparties(db, [counterpartyId]);
  const emails = await listEmailsOfCounterparties(db, [counterpartyId]);
  return contacts.map(({ id, name, role, birthday }) => {
    const phone = phones.find((one) => one.contactId === id);
    return {
      name,
      role,
      birthday,
      phone: phone ? { raw: phone.raw, e164: phone.e164, extension: phone.extension } : null,
      email: emails.find((one) => one.contactId === id)?.address ?? '',
    };
  });
}

/**
 * Replaces the contact persons of a card; null when they are the same. Their phones and addresses lead to the card as its
 * own do (IN-7).
 * @throws Refusal `invalid` for a birthday yet to come
 */
export async function saveContacts(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  contacts: readonly ContactInput[],
  diallingCode: string | null,
): Promise<ChangedList> {
  refuseUnborn(contacts, context.now());
  const wanted = contacts.map((contact) => ({
    ...contact,
    phone: contact.phone
      ? cardPhone({ raw: contact.phone, extension: contact.phoneExtension }, diallingCode)
      : null,
  }));
  const from = (await listCardContacts(tx, counterpartyId)).map(contactText);
  const to = wanted.map(contactText);
  if (isSame(from, to)) return null;
  await deleteCounterpartyContacts(tx, counterpartyId);
  await deleteCounterpartyPhones(tx, counterpartyId, 'contacts');
  await deleteCounterpartyEmails(tx, counterpartyId, 'contacts');
  const rows = wanted.map(({ name, role, birthday, phone, email }, position) => {
    const contactId = context.newId();
    const of = { counterpartyId, contactId, position };
    return {
      contact: { id: contactId, counterpartyId, name, role, birthday, position },
      phones: phone ? [{ id: context.newId(), ...of, ...phone }] : [],
      emails: email
        ? [{ id: context.newId(), ...of, address: email, addressNorm: normaliseEmail(email) }]
        : [],
    };
  });
  await insertCounterpartyContacts(
    tx,
    rows.map((row) => row.contact),
  );
  await insertCounterpartyPhones(
    tx,
    rows.flatMap((row) => row.phones),
  );
  await insertCounterpartyEmails(
    tx,
    rows.flatMap((row) => row.emails),
  );
  return { from, to };
}

/** A contact person as the history of the card names them. */
export const contactText = ({ name, role, phone, email, birthday }: CardContact) =>
  [name, role, phone && phoneText(phone), email, typedBirthday(birthday)].filter(Boolean).join(', ');

/** It is today already somewhere east of us. */
const furthestEastMs = 14 * 3_600_000;

function refuseUnborn(contacts: readonly ContactInput[], now: number): void {
  const today = new Date(now + furthestEastMs).toISOString().slice(0, 10);
  for (const [index, { birthday }] of contacts.entries()) {
    if (!birthday.startsWith('-') && birthday > today) {
      throw invalid({ [`contacts.${index}.birthday`]: 'inFuture' });
    }
  }
}
