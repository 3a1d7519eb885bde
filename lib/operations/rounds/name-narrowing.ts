import { listVisibleCounterparties } from '@/db/counterparties';
import type { Db } from '@/db/store';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import { namedProject, projectNames } from '@/lib/operations/appeals/project-names';

type Named = { id: string; name: string };

/** The one product and the one client that a list is narrowed to, by name; null for what is unknown or not for the person to see. */
export async function nameNarrowing(
  db: Db,
  person: Person,
  { productId, counterpartyId }: { productId?: string; counterpartyId?: string },
): Promise<{ product: Named | null; client: (Named & { assignedTo: string | null }) | null }> {
  const [card] = counterpartyId
    ? await listVisibleCounterparties(db, cardScopeOf(person), [counterpartyId])
    : [];
  return {
    product: productId ? namedProject(await projectNames(db), productId) : null,
    client: card ? { id: card.id, name: card.name, assignedTo: card.assignedTo } : null,
  };
}
