import { and, asc, desc, eq, inArray, lt, lte, ne, or } from 'drizzle-orm';
import type { FolderState } from '@/lib/domain/folders/folder-state';
import { locked } from './lock';
import type { Db } from './store';

export type FolderRow = Db['t']['folders']['$inferSelect'];

export async function insertFolder(db: Db, row: FolderRow, purchaseIds: readonly string[]): Promise<void> {
  await db.q.insert(db.t.folders).values(row);
  await db.q
    .insert(db.t.folderPurchases)
    .values(purchaseIds.map((purchaseId) => ({ folderId: row.id, purchaseId })));
}

export async function getFolder(db: Db, id: string): Promise<FolderRow | null> {
  const { folders } = db.t;
  const [row] = await db.q.select().from(folders).where(eq(folders.id, id));
  return row ?? null;
}

export async function findFolderOfNumber(db: Db, number: number): Promise<FolderRow | null> {
  const { folders } = db.t;
  const [row] = await db.q.select().from(folders).where(eq(folders.number, number));
  return row ?? null;
}

/** For a change: nobody else changes the row until the transaction ends. */
export async function getFolderLocked(db: Db, id: string): Promise<FolderRow | null> {
  const { folders } = db.t;
  const [row] = await locked(db, db.q.select().from(folders).where(eq(folders.id, id)));
  return row ?? null;
}

export async function updateFolder(
  db: Db,
  id: string,
  change: Partial<Omit<FolderRow, 'id'>>,
): Promise<void> {
  await db.q.update(db.t.folders).set(change).where(eq(db.t.folders.id, id));
}

/** Folders that one of these people handed over or sold; and, when asked so, that one of them took. */
export type FoldersOf = { employeeIds: readonly string[]; withTaken: boolean };

export type FolderFilter = {
  state: FolderState | 'open' | 'all';
  of?: FoldersOf;
  after?: { handedOverAt: number; id: string };
  limit: number;
};

/** The latest first. */
export async function listFolders(db: Db, filter: FolderFilter): Promise<FolderRow[]> {
  const { folders } = db.t;
  const { state, after } = filter;
  const found = await Promise.all(
    waysTo(db, filter.of).map((way) =>
      db.q
        .select()
        .from(folders)
        .where(
          and(
            state === 'all'
              ? undefined
              : state === 'open'
                ? ne(folders.state, 'done')
                : eq(folders.state, state),
            way,
            after &&
              and(
                lte(folders.handedOverAt, after.handedOverAt),
                or(lt(folders.handedOverAt, after.handedOverAt), lt(folders.id, after.id)),
              ),
          ),
        )
        .orderBy(desc(folders.handedOverAt), desc(folders.id))
        .limit(filter.limit),
    ),
  );
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  return [...rows.values()]
    .sort((one, other) => other.handedOverAt - one.handedOverAt || (one.id < other.id ? 1 : -1))
    .slice(0, filter.limit);
}

/** Each is found by an index of its own; a single condition on all of them would sort every folder there ever was. */
function waysTo({ t: { folders } }: Db, of?: FoldersOf) {
  if (!of) return [undefined];
  return of.employeeIds.flatMap((id) => [
    eq(folders.salesManagerId, id),
    eq(folders.handedOverBy, id),
    ...(of.withTaken ? [eq(folders.takenBy, id)] : []),
  ]);
}

/** Of these clients the folders that somebody took and that are not done. */
export async function listOpenFoldersTakenBy(
  db: Db,
  takenBy: string,
  counterpartyIds: readonly string[],
): Promise<{ id: string }[]> {
  if (counterpartyIds.length === 0) return [];
  const { folders } = db.t;
  return db.q
    .select({ id: folders.id })
    .from(folders)
    .where(
      and(
        eq(folders.takenBy, takenBy),
        ne(folders.state, 'done'),
        inArray(folders.counterpartyId, [...counterpartyIds]),
      ),
    )
    .orderBy(asc(folders.id));
}

/** Those of one card, the latest first. */
export async function listFoldersOfCounterparty(
  db: Db,
  counterpartyId: string,
  limit: number,
): Promise<FolderRow[]> {
  const { folders } = db.t;
  return db.q
    .select()
    .from(folders)
    .where(eq(folders.counterpartyId, counterpartyId))
    .orderBy(desc(folders.handedOverAt), desc(folders.id))
    .limit(limit);
}

/** Which purchases are in which folder. */
export async function listFolderPurchases(
  db: Db,
  folderIds: readonly string[],
): Promise<{ folderId: string; purchaseId: string }[]> {
  if (folderIds.length === 0) return [];
  const { folderPurchases } = db.t;
  return db.q
    .select()
    .from(folderPurchases)
    .where(inArray(folderPurchases.folderId, [...folderIds]));
}

/** Of these purchases those that are in a folder already. */
export async function listPurchasesInFolders(db: Db, purchaseIds: readonly string[]): Promise<string[]> {
  if (purchaseIds.length === 0) return [];
  const { folderPurchases } = db.t;
  const rows = await db.q
    .select({ id: folderPurchases.purchaseId })
    .from(folderPurchases)
    .where(inArray(folderPurchases.purchaseId, [...purchaseIds]));
  return rows.map(({ id }) => id);
}

export type FolderDeviationRow = Db['t']['folderDeviations']['$inferSelect'];

export async function insertFolderDeviation(db: Db, row: FolderDeviationRow): Promise<void> {
  await db.q.insert(db.t.folderDeviations).values(row);
}

export async function updateFolderDeviation(
  db: Db,
  id: string,
  change: Pick<FolderDeviationRow, 'settledAt' | 'settledBy' | 'settlement'>,
): Promise<void> {
  await db.q.update(db.t.folderDeviations).set(change).where(eq(db.t.folderDeviations.id, id));
}

/** Of several folders, the latest first. */
export async function listFolderDeviations(
  db: Db,
  folderIds: readonly string[],
): Promise<FolderDeviationRow[]> {
  if (folderIds.length === 0) return [];
  const { folderDeviations } = db.t;
  return db.q
    .select()
    .from(folderDeviations)
    .where(inArray(folderDeviations.folderId, [...folderIds]))
    .orderBy(desc(folderDeviations.reportedAt), desc(folderDeviations.id));
}
