import type { ChangedFields } from '@/db/changes';
import { deleteContracts, insertContracts, listContractsOfCounterparties } from '@/db/contracts';
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
import type { CardEdit } from '@/lib/domain/counterparties/card-edit';
import { normaliseContractNumber } from '@/lib/domain/counterparties/card-search';
import { normaliseEmail } from '@/lib/domain/normalise-email';
import type { Context, Tx } from '@/lib/operations/context';
import { type ChangedList, isSame } from './changed-list';
import { phoneText } from './phone-text';
import { cardPhone } from './read-card-phone';
import { saveContacts } from './save-contacts';
import { saveOwnFields } from './save-own-fields';
import { saveProducts } from './save-products';

/**
 * Replaces the lists of a card that are given, each as a whole, and fills in its own fields; returns the history of those that are different now.
 * @throws Refusal `invalid`
 */
export async function saveCardLists(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  lists: Pick<CardEdit, 'phones' | 'emails' | 'contacts' | 'products' | 'contracts' | 'ownFields'>,
  diallingCode: string | null,
): Promise<ChangedFields> {
  const { phones, emails, contacts, products, contracts } = lists;
  const changed = {
    phones: phones ? await savePhones(tx, context, counterpartyId, phones, diallingCode) : null,
    emails: emails ? await saveEmails(tx, context, counterpartyId, emails) : null,
    contacts: contacts ? await saveContacts(tx, context, counterpartyId, contacts, diallingCode) : null,
    products: products ? await saveProducts(tx, counterpartyId, products) : null,
    contracts: contracts ? await saveContracts(tx, context, counterpartyId, contracts) : null,
  };
  const history = Object.entries(changed).flatMap(([field, change]) => (change ? [[field, change]] : []));
  return {
    ...Object.fromEntries(history),
    ...(lists.ownFields ? await saveOwnFields(tx, counterpartyId, lists.ownFields) : {}),
  };
}

/** Replaces the counterparty's own phones; null when they are the same. */
async function savePhones(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  phones: readonly { raw: string; extension: string }[],
  diallingCode: string | null,
): Promise<ChangedList> {
  const known = (await listPhonesOfCounterparties(tx, [counterpartyId])).filter(isOwn);
  const wanted = phones.map((phone) => cardPhone(phone, diallingCode));
  const from = known.map(phoneText);
  const to = wanted.map(phoneText);
  if (isSame(from, to)) return null;
  await deleteCounterpartyPhones(tx, counterpartyId, 'counterparty');
  await insertCounterpartyPhones(
    tx,
    wanted.map((phone, position) => ({
      id: context.newId(),
      counterpartyId,
      position,
      contactId: null,
      ...phone,
    })),
  );
  return { from, to };
}

async function saveEmails(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  addresses: readonly string[],
): Promise<ChangedList> {
  const known = (await listEmailsOfCounterparties(tx, [counterpartyId])).filter(isOwn);
  const from = known.map((email) => email.address);
  const to = [...new Map(addresses.map((address) => [normaliseEmail(address), address])).values()];
  if (isSame(from, to)) return null;
  await deleteCounterpartyEmails(tx, counterpartyId, 'counterparty');
  await insertCounterpartyEmails(
    tx,
    to.map((address, position) => ({
      id: context.newId(),
      counterpartyId,
      address,
      addressNorm: normaliseEmail(address),
      position,
      contactId: null,
    })),
  );
  return { from, to };
}

/** Contract numbers that stay keep their rows. */
async function saveContracts(
  tx: Tx,
  context: Context,
  counterpartyId: string,
  numbers: readonly string[],
): Promise<ChangedList> {
  const known = await listContractsOfCounterparties(tx, [counterpartyId]);
  const from = known.map((contract) => contract.number);
  const to = [...new Set(numbers.map((number) => number.trim()))];
  if (isSame(from, to)) return null;
  await deleteContracts(tx, counterpartyId);
  await insertContracts(
    tx,
    to.map((number) => ({
      id: context.newId(),
      counterpartyId,
      number,
      numberNorm: normaliseContractNumber(number),
      createdAt: context.now(),
      ...known.find((contract) => contract.number === number),
    })),
  );
  return { from, to };
}

const isOwn = ({ contactId }: { contactId: string | null }) => contactId === null;
