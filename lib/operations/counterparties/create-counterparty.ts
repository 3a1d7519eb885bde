import { updateCounterparty } from '@/db/counterparties';
import { getEmployee } from '@/db/employees';
import type { CardEdit } from '@/lib/domain/counterparties/card-edit';
import { defaultCategory } from '@/lib/domain/counterparties/counterparty';
import { seesEveryCard } from '@/lib/domain/employees/permissions';
import { forbidden, invalid } from '@/lib/domain/errors';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { insertCard } from './insert-card';
import { findCity } from './read-card-phone';
import { saveCardLists } from './save-card-lists';
import { saveSearchWords } from './save-search-words';

/**
 * Makes a card outside a call. One with a contract and no status given is a client's; status and assignment are given
 * by those who see every card.
 * @throws Refusal `forbidden`, `invalid`
 */
export async function createCounterparty(
  context: Context,
  input: CardEdit & { name: string },
): Promise<{ counterpartyId: string }> {
  const person = signedIn(context);
  if ((input.status || input.assignedTo) && !seesEveryCard(person)) throw forbidden();
  return context.tx(async (tx) => {
    await refuseUnknownEmployee(tx, input.assignedTo);
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

/** @throws Refusal `invalid` when the card is to be assigned to nobody who works here */
export async function refuseUnknownEmployee(tx: Tx, employeeId: string | null | undefined): Promise<void> {
  if (!employeeId) return;
  const employee = await getEmployee(tx, employeeId);
  if (!employee || employee.disabledAt !== null) throw invalid({ assignedTo: 'notAChoice' });
}
