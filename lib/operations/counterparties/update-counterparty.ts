import { type ChangedFields, insertChange } from '@/db/changes';
import {
  type CounterpartyRow,
  getCounterpartyLocked,
  listVisibleCounterparties,
  updateCounterparty as saveCounterparty,
} from '@/db/counterparties';
import { updateRoundsManager } from '@/db/round-plans';
import type { CardEdit } from '@/lib/domain/counterparties/card-edit';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { untoldContact } from '@/lib/domain/counterparties/counterparty';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import type { Person } from '@/lib/domain/employees/employee';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx, tell } from '@/lib/operations/context';
import { handOverFolders } from '@/lib/operations/folders/hand-over-folders';
import { findCity } from './read-card-phone';
import { refuseAssignment } from './refuse-assignment';
import { refuseErased } from './refuse-erased';
import { saveCardLists } from './save-card-lists';
import { saveSearchWords } from './save-search-words';

export type CounterpartyUpdate = CardEdit & { counterpartyId: string; version: number };

/**
 * Changes a card the person may see, with history. Whether it is a client's, only those say who see every card; whose client
 * it is, only those who assign clients.
 * @throws Refusal `conflict` when the card was changed since the given version, `notFound`, `forbidden`, `invalid`
 */
export async function updateCounterparty(
  context: Context,
  input: CounterpartyUpdate,
): Promise<{ version: number }> {
  const person = signedIn(context);
  if (input.status !== undefined && !seesEveryCard(person)) throw forbidden();
  return context.tx(async (tx) => {
    const card = await visibleCardLocked(tx, person, input.counterpartyId);
    if (card.version !== input.version) throw new Refusal('conflict', 'the card was changed meanwhile');
    const change = changedFields(card, input);
    if (change.assignedTo !== undefined) await refuseAssignment(tx, person, change.assignedTo);
    const city = await findCity(tx, change.city ?? card.city);
    if (change.city !== undefined) change.cityId = city?.id ?? null;
    const fields = historyOf(card, change);
    Object.assign(fields, await saveCardLists(tx, context, card.id, input, city?.diallingCode ?? null));
    if (Object.keys(fields).length === 0) return { version: card.version };

    const now = context.now();
    const version = card.version + 1;
    await saveCounterparty(tx, card.id, { ...change, updatedAt: now, version });
    await saveSearchWords(tx, { ...card, ...change });
    if (change.assignedTo) {
      await updateRoundsManager(tx, [card.id], change.assignedTo);
      if (card.assignedTo) {
        const receivers = new Map([[card.id, change.assignedTo]]);
        await handOverFolders(tx, context, { fromId: card.assignedTo, receivers, reason: null });
      }
      tell(tx, { noun: 'round', nounId: card.id });
    }
    await insertChange(tx, {
      id: context.newId(),
      noun: 'counterparty',
      nounId: card.id,
      at: now,
      employeeId: person.id,
      fields,
    });
    tell(tx, { noun: 'counterparty', nounId: card.id });
    return { version };
  });
}

async function visibleCardLocked(tx: Tx, person: Person, id: string): Promise<CounterpartyRow> {
  const card = await getCounterpartyLocked(tx, id);
  const [visible] = card ? await listVisibleCounterparties(tx, cardScopeOf(person), [id]) : [];
  if (!card || !visible) throw notFound('counterparty');
  refuseErased(card);
  return card;
}

const plainFields = [
  'name',
  'category',
  'city',
  'inn',
  'kpp',
  'priceType',
  'note',
  'status',
  'assignedTo',
] as const;

function changedFields(card: CounterpartyRow, input: CounterpartyUpdate): Partial<CounterpartyRow> {
  const change: Partial<CounterpartyRow> = {};
  for (const field of plainFields) {
    const wanted = input[field];
    if (wanted !== undefined && wanted !== card[field]) Object.assign(change, { [field]: wanted });
  }
  if (input.contactPerson !== undefined) {
    const contactPerson = input.contactPerson || untoldContact;
    if (contactPerson !== card.contactPerson) change.contactPerson = contactPerson;
  }
  if (change.name !== undefined) {
    change.nameNorm = normaliseName(change.name);
    change.sortKey = sortKey(change.name);
  }
  return change;
}

/** Keys of searches follow from the name and the city; nobody typed them. */
const derived = new Set(['nameNorm', 'sortKey', 'cityId']);

function historyOf(card: CounterpartyRow, change: Partial<CounterpartyRow>): ChangedFields {
  return Object.fromEntries(
    Object.entries(change)
      .filter(([field]) => !derived.has(field))
      .map(([field, to]) => [field, { from: card[field as keyof CounterpartyRow], to }]),
  );
}
