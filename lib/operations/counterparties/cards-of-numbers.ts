import { listVisibleCounterparties } from '@/db/counterparties';
import { findPhones } from '@/db/counterparty-phones';
import type { Db } from '@/db/store';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import type { CounterpartyName } from '@/lib/domain/reactions/reaction-views';

const cardsShown = 3;

/** IN-7: the cards of callers' numbers (E.164), at most three of each; cards the person may not see, and those being erased, are left out. */
export async function cardsOfNumbers(
  db: Db,
  person: Person,
  numbers: readonly string[],
): Promise<(e164: string | null) => CounterpartyName[]> {
  const phones = await findPhones(db, [...new Set(numbers)]);
  const ids = [...new Set(phones.map((phone) => phone.counterpartyId))];
  const rows = await listVisibleCounterparties(db, cardScopeOf(person), ids);
  const cards = new Map(
    rows
      .filter(({ erasedAt }) => erasedAt === null)
      .map(({ id, name, status }) => [id, { id, name, status }]),
  );
  return (e164) => {
    const ofNumber = phones.filter((phone) => phone.e164 === e164).map((phone) => phone.counterpartyId);
    return [...new Set(ofNumber)].flatMap((id) => cards.get(id) ?? []).slice(0, cardsShown);
  };
}
