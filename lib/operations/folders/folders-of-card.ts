import { listFoldersOfCounterparty, listPurchasesInFolders } from '@/db/folders';
import { listPurchasesOfCounterparties } from '@/db/purchases';
import type { Db } from '@/db/store';
import type { CardPage } from '@/lib/domain/counterparties/card-page';
import type { Person } from '@/lib/domain/employees/employee';
import { mayHandOverFolder, maySeeFolder } from '@/lib/domain/folders/folder-rights';
import { describePurchases } from '@/lib/operations/purchases/list-purchases';

const mostFolders = 20;

/** The folders of a card that the person may see, the latest first. */
export async function readFoldersOfCard(
  db: Db,
  person: Person,
  counterpartyId: string,
): Promise<CardPage['folders']> {
  const rows = await listFoldersOfCounterparty(db, counterpartyId, mostFolders);
  return rows
    .filter((row) => maySeeFolder(person, row))
    .map(({ id, number, state, handedOverAt }) => ({ id, number, state, handedOverAt }));
}

/** ON-1: what was paid for, stands in a contract, and lies in no folder yet. */
export async function readPurchasesToHandOver(
  db: Db,
  person: Person,
  counterpartyId: string,
): Promise<CardPage['purchasesToHandOver']> {
  if (!mayHandOverFolder(person)) return [];
  const paid = (await listPurchasesOfCounterparties(db, [counterpartyId])).filter(
    ({ paidOn, contractNumber, projectId }) => paidOn !== null && contractNumber !== '' && projectId !== null,
  );
  const taken = new Set(
    await listPurchasesInFolders(
      db,
      paid.map(({ id }) => id),
    ),
  );
  return describePurchases(
    db,
    paid.filter(({ id }) => !taken.has(id)),
  );
}
