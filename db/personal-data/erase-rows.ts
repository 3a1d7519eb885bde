import { updateAppealWords } from '@/db/appeal-words';
import type { Db } from '@/db/store';
import type { Subject, SubjectIds } from '@/lib/domain/personal-data/subject';
import { type Erased, fates } from './fates';
import type { TableName } from './held/held';
import { isRow } from './primary-key';
import { type AnyRow, listRowsBy, rowsOfSubject } from './rows-of-subject';

/** How many ids are dealt with in one transaction: a call has some dozens of rows, and calls wait for a writer. */
const idsTogether = 20;

/**
 * Erases the rows of one table that some of the subject's ids lead to, from the `at`th id on. Returns how many rows were
 * erased, without those of ids that were `counted` before, and where to go on; null after the last id. Done again, it finds
 * nothing left to change.
 */
export async function eraseRows(
  db: Db,
  { table, by, ids }: { table: TableName; by: string; ids: keyof SubjectIds },
  { subject, at, counted, ...erased }: { subject: Subject; at: number; counted?: SubjectIds } & Erased,
): Promise<{ count: number; next: number | null }> {
  const fate = fates[table];
  const all = subject.ids[ids];
  if (fate === undefined || all.length === 0) return { count: 0, next: null };
  const rows = await listRowsBy(db, table, by, all.slice(at, at + idsTogether));
  for (const row of rows) {
    if (fate === 'delete') await deleteRow(db, table, row);
    else await changeRow(db, table, row, fate(row, erased));
  }
  const next = at + idsTogether;
  const before = new Set(counted?.[ids]);
  const count = rows.filter((row) => !before.has(row[by] as string)).length;
  return { count, next: next < all.length ? next : null };
}

export async function changeRow(db: Db, table: TableName, row: AnyRow, change: AnyRow): Promise<void> {
  const target = db.t[table] as Db['t']['counterparties'];
  await db.q
    .update(target)
    .set(change as object)
    .where(isRow(db, table, row));
  if (table === 'appeals' && typeof change.topic === 'string')
    await updateAppealWords(db, row.id as string, change.topic);
}

async function deleteRow(db: Db, table: TableName, row: AnyRow): Promise<void> {
  await db.q.delete(db.t[table]).where(isRow(db, table, row));
}

/** Erases all rows of a subject at once, for one of which there are few. */
export async function eraseAllRows(db: Db, subject: Subject, scrub: Erased['scrub']): Promise<void> {
  const tombstone = { name: '', nameNorm: '', sortKey: '', at: 0 };
  for (const [table, ways] of Object.entries(rowsOfSubject) as [
    TableName,
    { by: string; ids: keyof SubjectIds }[],
  ][]) {
    for (const way of ways) {
      for (let at: number | null = 0; at !== null; ) {
        at = (await eraseRows(db, { table, ...way }, { subject, at, scrub, tombstone })).next;
      }
    }
  }
}
