import { type CounterpartyRow, listVisibleCounterparties } from '@/db/counterparties';
import type { Db } from '@/db/store';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { notFound } from '@/lib/domain/errors';

/** The card, for whoever may see it (CS-10). @throws Refusal `notFound`, also for a card the person may not see */
export async function visibleCard(db: Db, person: Person, id: string): Promise<CounterpartyRow> {
  const [card] = await listVisibleCounterparties(db, cardScopeOf(person), [id]);
  if (!card) throw notFound('counterparty');
  return card;
}
