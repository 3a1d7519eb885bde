import { type ChangedFields, insertChange } from '@/db/changes';
import { type CounterpartyRow, updateCounterparty } from '@/db/counterparties';
import { insertCounterpartyPhones, listPhonesOfCounterparties } from '@/db/counterparty-phones';
import type { CardFields } from '@/lib/domain/counterparties/card-fields';
import { isMissing } from '@/lib/domain/counterparties/is-missing';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { phoneText } from './phone-text';
import { cardPhone, findCity, isSamePhone } from './read-card-phone';
import { saveSearchWords } from './save-search-words';

/**
 * IN-2: fills what the card does not know yet and changes nothing it knows; a phone it has not got is added. `fields` is the
 * history of what was completed before.
 */
export async function completeCard(
  tx: Tx,
  context: Context,
  card: CounterpartyRow,
  complete: Partial<CardFields>,
  employeeId: string,
  fields: ChangedFields = {},
): Promise<void> {
  const now = context.now();
  const change: Partial<CounterpartyRow> = {};
  for (const field of ['category', 'city', 'contactPerson'] as const) {
    const told = complete[field]?.trim() ?? '';
    if (told && told !== card[field] && isMissing(card[field])) {
      change[field] = told;
      fields[field] = { from: card[field], to: told };
    }
  }
  const city = await findCity(tx, change.city ?? card.city);
  if (change.city) change.cityId = city?.id ?? null;
  const addedPhone = await addMissingPhone(tx, context, card, complete, city?.diallingCode ?? null);
  if (addedPhone) fields.phones = addedPhone;
  if (Object.keys(fields).length === 0) return;

  await updateCounterparty(tx, card.id, { ...change, updatedAt: now, version: card.version + 1 });
  if (change.contactPerson) await saveSearchWords(tx, { ...card, ...change });
  await insertChange(tx, {
    id: context.newId(),
    noun: 'counterparty',
    nounId: card.id,
    at: now,
    employeeId,
    fields,
  });
  tell(tx, { noun: 'counterparty', nounId: card.id });
}

async function addMissingPhone(
  tx: Tx,
  context: Context,
  card: CounterpartyRow,
  complete: Partial<CardFields>,
  diallingCode: string | null,
): Promise<{ from: string[]; to: string[] } | null> {
  if (!complete.phone?.trim()) return null;
  const phone = cardPhone({ raw: complete.phone, extension: complete.phoneExtension }, diallingCode);
  const known = await listPhonesOfCounterparties(tx, [card.id]);
  if (known.some((other) => isSamePhone(phone, other))) return null;
  const position = Math.max(-1, ...known.map((other) => other.position)) + 1;
  await insertCounterpartyPhones(tx, [
    { id: context.newId(), counterpartyId: card.id, position, contactId: null, ...phone },
  ]);
  const from = known.filter(({ contactId }) => contactId === null).map(phoneText);
  return { from, to: [...from, phoneText(phone)] };
}
