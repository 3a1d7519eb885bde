import { and, asc, desc, eq, exists, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { AskedWait, FolderState } from '@/lib/domain/folders/folder-state';
import { inTimeOrder, type PageAfter } from './in-time-order';
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

/** Folders that one of these people handed over or sold, and that one of those took. */
export type FoldersOf = { employeeIds: readonly string[]; takenByIds: readonly string[] };

/** By what folders are narrowed. */
export type FolderFilter = {
  state: FolderState | 'open' | 'all';
  of?: FoldersOf;
  /** Who sold it, handed it over or took it. */
  employeeId?: string;
  waitsFor?: AskedWait;
  /** Planned to be delivered before that day (`YYYY-MM-DD`), and not delivered. */
  plannedBefore?: string;
  /** That number, or one of these clients. */
  meant?: { number: number | null; counterpartyIds: readonly string[] };
};

/** The latest first. */
export async function listFolders(db: Db, filter: FolderFilter & PageAfter): Promise<FolderRow[]> {
  const { folders } = db.t;
  const order = inTimeOrder(folders.handedOverAt, folders.id, 'newest', filter.after);
  const found = await Promise.all(
    waysTo(db, filter).map((way) =>
      db.q
        .select()
        .from(folders)
        .where(and(...narrowedBy(db, filter), way, order.after))
        .orderBy(...order.by)
        .limit(filter.limit),
    ),
  );
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  return [...rows.values()]
    .sort((one, other) => other.handedOverAt - one.handedOverAt || (one.id < other.id ? 1 : -1))
    .slice(0, filter.limit);
}

/** How many there are of those that are not done. */
export async function countOpenFolders(db: Db, filter: Omit<FolderFilter, 'state'>): Promise<number> {
  const { folders } = db.t;
  const [row] = await db.q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(folders)
    .where(and(...narrowedBy(db, { ...filter, state: 'open' }), or(...waysTo(db, filter))));
  return row?.count ?? 0;
}

function narrowedBy(db: Db, filter: FolderFilter): (SQL | undefined)[] {
  const { folders } = db.t;
  const { state, waitsFor, plannedBefore } = filter;
  const isNarrow = waitsFor !== undefined || plannedBefore !== undefined;
  return [
    state === 'all' || state === 'open' ? undefined : eq(folders.state, state),
    state === 'done' || (state === 'all' && !isNarrow) ? undefined : isOpen(db),
    isNarrow && state === 'done' ? sql`1 = 0` : undefined,
    waitsFor && isWaiting(db, waitsFor),
    plannedBefore === undefined
      ? undefined
      : and(isNull(folders.deliveredAt), lt(folders.deliveryOn, plannedBefore)),
    filter.of && (filter.employeeId || filter.meant) ? or(...waysOf(db, filter.of)) : undefined,
    filter.meant && filter.employeeId ? or(...waysOf(db, everyWayOf(filter.employeeId))) : undefined,
  ];
}

/** Their indexes are found by these very words alone. */
const isOpen = ({ t: { folders } }: Db) => sql`${folders.state} <> 'done'`;

function isWaiting(db: Db, wait: AskedWait): SQL | undefined {
  const { folders, folderDeviations } = db.t;
  const deviation = db.q
    .select({ id: folderDeviations.id })
    .from(folderDeviations)
    .where(and(eq(folderDeviations.folderId, folders.id), isNull(folderDeviations.settledAt)));
  const conditions: Record<AskedWait, () => SQL | undefined> = {
    takeOver: () => eq(folders.state, 'incoming'),
    settleDeviation: () => exists(deviation),
    confirmKey: () =>
      and(ne(folders.state, 'incoming'), eq(folders.hasParts, true), isNull(folders.keyConfirmedAt)),
    collectParcel: () => eq(folders.state, 'ready'),
    confirmDelivery: () => eq(folders.state, 'onTheWay'),
  };
  return conditions[wait]();
}

/** Each is found by an index of its own; a single condition on all of them would sort every folder there ever was. */
function waysTo(db: Db, { of, employeeId, meant }: Omit<FolderFilter, 'state'>) {
  const { folders } = db.t;
  if (meant) {
    return [
      ...(meant.number === null ? [] : [eq(folders.number, meant.number)]),
      ...(meant.counterpartyIds.length === 0
        ? []
        : [inArray(folders.counterpartyId, [...meant.counterpartyIds])]),
    ];
  }
  if (employeeId) return waysOf(db, everyWayOf(employeeId));
  return of ? waysOf(db, of) : [undefined];
}

const everyWayOf = (employeeId: string): FoldersOf => ({
  employeeIds: [employeeId],
  takenByIds: [employeeId],
});

const waysOf = ({ t: { folders } }: Db, { employeeIds, takenByIds }: FoldersOf) => [
  ...employeeIds.flatMap((id) => [eq(folders.salesManagerId, id), eq(folders.handedOverBy, id)]),
  ...takenByIds.map((id) => eq(folders.takenBy, id)),
];

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

/** The folder an appeal is about, unless it is done. */
export async function getOpenFolderOfAppeal(
  db: Db,
  appeal: { id: string; counterpartyId: string },
): Promise<FolderRow | null> {
  const { folders } = db.t;
  const [row] = await db.q
    .select()
    .from(folders)
    .where(
      and(
        eq(folders.counterpartyId, appeal.counterpartyId),
        eq(folders.appealId, appeal.id),
        ne(folders.state, 'done'),
      ),
    );
  return row ?? null;
}

/** The folders that these appeals are about, unless they are done. */
export async function listOpenFoldersOfAppeals(
  db: Db,
  appeals: readonly { appealId: string; counterpartyId: string }[],
): Promise<FolderRow[]> {
  if (appeals.length === 0) return [];
  const { folders } = db.t;
  return db.q
    .select()
    .from(folders)
    .where(
      and(
        inArray(folders.counterpartyId, [...new Set(appeals.map(({ counterpartyId }) => counterpartyId))]),
        inArray(
          folders.appealId,
          appeals.map(({ appealId }) => appealId),
        ),
        ne(folders.state, 'done'),
      ),
    );
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

/** The folder a purchase lies in. */
export async function getFolderOfPurchase(db: Db, purchaseId: string): Promise<{ number: number } | null> {
  const { folders, folderPurchases } = db.t;
  const [row] = await db.q
    .select({ number: folders.number })
    .from(folderPurchases)
    .innerJoin(folders, eq(folders.id, folderPurchases.folderId))
    .where(eq(folderPurchases.purchaseId, purchaseId));
  return row ?? null;
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
