import { updateCounterparty } from '@/db/counterparties';
import type { CardEdit } from '@/lib/domain/counterparties/card-edit';
import { defaultCategory } from '@/lib/domain/counterparties/counterparty';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { insertCard } from './insert-card';
import { findCity } from './read-card-phone';
import { refuseAssignment } from './refuse-assignment';
import { saveCardLists } from './save-card-lists';
import { saveSearchWords } from './save-search-words';

/**
 * Makes a card outside a call. One with a contract and no status given is a client's; the status is given by those who see
 * every card, and whose client it is by those who assign clients.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function createCounterparty(
  context: Context,
  input: CardEdit & { name: string },
): Promise<{ counterpartyId: string }> {
  const person = signedIn(context);
  if (input.status && !seesEveryCard(person)) throw forbidden();
  return context.tx(async (tx) => {
    if (input.assignedTo) await refuseAssignment(tx, person, input.assignedTo);
    const card = await insertCard(tx, context, {
      fields: {
        name: input.name,
        category: input.category ?? defaultCategory,
        city: input.city ?? '',
        contactPerson: input.contactPerson ?? '',
        phone: '',
        phoneExtension: '',
      },
      status: input.status ?? (input.contracts?.length ? 'client' : 'prospect'),
      createdBy: person.id,
    });
    const city = await findCity(tx, card.city);
    await saveCardLists(tx, context, card.id, input, city?.diallingCode ?? null);
    await saveSearchWords(tx, card);
    const { note = '', inn = '', kpp = '', priceType = '', assignedTo = null } = input;
    await updateCounterparty(tx, card.id, { note, inn, kpp, priceType, assignedTo });
    return { counterpartyId: card.id };
  });
}
