import { and, asc, eq, inArray } from 'drizzle-orm';
import type { CardScope } from '@/lib/domain/counterparties/card-scope';
import { isWithinScope } from './counterparty-scope';
import { insertMany } from './insert-many';
import { isAmong } from './is-among';
import type { Db } from './store';

export type ContractRow = Db['t']['contracts']['$inferSelect'];

export async function insertContracts(db: Db, rows: ContractRow[]): Promise<void> {
  await insertMany(db, db.t.contracts, rows);
}

export async function deleteContracts(db: Db, counterpartyId: string): Promise<void> {
  await db.q.delete(db.t.contracts).where(eq(db.t.contracts.counterpartyId, counterpartyId));
}

/** Deletes those of the contracts that are still there; returns their ids. */
export async function deleteContractsByIds(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { contracts } = db.t;
  const deleted = await db.q
    .delete(contracts)
    .where(inArray(contracts.id, [...ids]))
    .returning({ id: contracts.id });
  return deleted.map(({ id }) => id);
}

export async function listContractsOfCounterparties(
  db: Db,
  counterpartyIds: readonly string[],
): Promise<ContractRow[]> {
  if (counterpartyIds.length === 0) return [];
  const contracts = db.t.contracts;
  return db.q
    .select()
    .from(contracts)
    .where(inArray(contracts.counterpartyId, [...counterpartyIds]))
    .orderBy(asc(contracts.counterpartyId), asc(contracts.createdAt), asc(contracts.id));
}

export async function findContracts(
  db: Db,
  numbersNorm: readonly string[],
  limit = 200,
): Promise<ContractRow[]> {
  if (numbersNorm.length === 0) return [];
  const contracts = db.t.contracts;
  return db.q
    .select()
    .from(contracts)
    .where(isAmong(db, contracts.numberNorm, numbersNorm))
    .limit(limit);
}

/** Ids of the cards within the scope that have a contract of this number. */
export async function findCounterpartiesOfContract(
  db: Db,
  numberNorm: string,
  scope: CardScope,
  limit: number,
): Promise<string[]> {
  const contracts = db.t.contracts;
  const rows = await db.q
    .selectDistinct({ counterpartyId: contracts.counterpartyId })
    .from(contracts)
    .where(and(eq(contracts.numberNorm, numberNorm), isWithinScope(db, scope, contracts.counterpartyId)))
    .orderBy(asc(contracts.counterpartyId))
    .limit(limit);
  return rows.map((row) => row.counterpartyId);
}
