import {
  deleteCounterpartyProducts,
  insertCounterpartyProducts,
  listProductsOfCounterparty,
} from '@/db/counterparty-products';
import type { Db } from '@/db/store';
import { invalid } from '@/lib/domain/errors';
import { projectNames } from '@/lib/operations/appeals/project-names';
import type { Tx } from '@/lib/operations/context';
import type { ChangedList } from './changed-list';

/** The products a counterparty has, by name. */
export async function listCardProducts(
  db: Db,
  counterpartyId: string,
): Promise<{ id: string; name: string }[]> {
  const ids = await listProductsOfCounterparty(db, counterpartyId);
  const names = ids.length > 0 ? await projectNames(db) : new Map<string, string>();
  return ids
    .map((id) => ({ id, name: names.get(id) ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name, 'ru'));
}

/**
 * Replaces the products of a card; null when they are the same.
 * @throws Refusal `invalid` for one that is no project of ours
 */
export async function saveProducts(
  tx: Tx,
  counterpartyId: string,
  projectIds: readonly string[],
): Promise<ChangedList> {
  const wanted = [...new Set(projectIds)];
  const known = await listProductsOfCounterparty(tx, counterpartyId);
  if (wanted.length === known.length && wanted.every((id) => known.includes(id))) return null;
  const names = await projectNames(tx);
  const unknown = projectIds.findIndex((id) => !names.has(id));
  if (unknown >= 0) throw invalid({ [`products.${unknown}`]: 'notAChoice' });
  await deleteCounterpartyProducts(tx, counterpartyId);
  await insertCounterpartyProducts(
    tx,
    wanted.map((projectId) => ({ counterpartyId, projectId })),
  );
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).sort();
  return { from: named(known), to: named(wanted) };
}
