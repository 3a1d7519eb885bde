import { type CounterpartyRow, insertCounterparties } from '@/db/counterparties';
import { insertCounterpartyPhones } from '@/db/counterparty-phones';
import type { CardFields } from '@/lib/domain/counterparties/card-fields';
import {
  type CounterpartyStatus,
  defaultCategory,
  untoldContact,
} from '@/lib/domain/counterparties/counterparty';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { cardPhone, findCity } from './read-card-phone';
import { addSearchWords } from './save-search-words';

/** CARD: makes a new card with its phone and the words it is found by. */
export async function insertCard(
  tx: Tx,
  context: Context,
  card: { fields: CardFields; status: CounterpartyStatus; createdBy: string },
): Promise<CounterpartyRow> {
  const { fields } = card;
  const now = context.now();
  const city = await findCity(tx, fields.city);
  const row: CounterpartyRow = {
    id: context.newId(),
    name: fields.name.trim(),
    nameNorm: normaliseName(fields.name),
    sortKey: sortKey(fields.name),
    status: card.status,
    category: fields.category.trim() || defaultCategory,
    cityId: city?.id ?? null,
    city: fields.city.trim(),
    contactPerson: fields.contactPerson.trim() || untoldContact,
    inn: '',
    kpp: '',
    priceType: '',
    note: '',
    assignedTo: null,
    createdAt: now,
    createdBy: card.createdBy,
    updatedAt: now,
    version: 1,
    mergedInto: null,
    erasedAt: null,
  };
  await insertCounterparties(tx, [row]);
  await addSearchWords(tx, [{ card: row, contracts: [] }]);
  if (fields.phone.trim()) {
    const phone = cardPhone(
      { raw: fields.phone, extension: fields.phoneExtension },
      city?.diallingCode ?? null,
    );
    await insertCounterpartyPhones(tx, [
      { id: context.newId(), counterpartyId: row.id, position: 0, contactId: null, ...phone },
    ]);
  }
  tell(tx, { noun: 'counterparty', nounId: row.id });
  return row;
}
