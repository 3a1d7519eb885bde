import { asc, sql } from 'drizzle-orm';
import type { Db } from '@/db/store';
import type { Scrubber } from '@/lib/domain/personal-data/needles';
import { changeRow } from './erase-rows';
import type { TableName } from './held/held';
import { heldData } from './held-data';
import { primaryKeyOf } from './primary-key';
import { type AnyRow, columnOf } from './rows-of-subject';

/** So many rows are read at a time; a row is small, and a reader keeps nobody waiting for longer than some milliseconds. */
const rowsTogether = 1000;

export type PlaceInTable = (string | number)[];

/** The tables in which anybody may be named. */
export const scannedTables = (Object.keys(heldData) as TableName[]).filter((table) =>
  Object.values(heldData[table]).includes('words'),
);

/**
 * Takes the person out of what was typed and told in the next rows of a table, whoever they belong to. Returns how many
 * rows named the person, and the last row looked at; null after the last of the table.
 */
export async function scanRows(
  db: Db,
  table: TableName,
  { scrub, after }: { scrub: Scrubber; after: PlaceInTable | null },
): Promise<{ count: number; next: PlaceInTable | null }> {
  const key = primaryKeyOf(table);
  const held = heldData[table] as Record<string, string>;
  const names = Object.keys(held).filter((name) => held[name] === 'words');
  const columns = key.map((name) => columnOf(db, table, name));
  const rows = (await db.q
    .select(Object.fromEntries([...key, ...names].map((name) => [name, columnOf(db, table, name)])))
    .from(db.t[table])
    .where(
      after
        ? sql`(${sql.join(columns, sql`, `)}) > (${sql.join(
            after.map((value) => sql`${value}`),
            sql`, `,
          )})`
        : undefined,
    )
    .orderBy(...columns.map((column) => asc(column)))
    .limit(rowsTogether)) as AnyRow[];
  let count = 0;
  for (const row of rows) {
    const found = names.filter((name) => scrub.finds(row[name]));
    if (found.length === 0) continue;
    count += 1;
    await changeRow(
      db,
      table,
      row,
      Object.fromEntries(found.map((name) => [name, scrubbed(table, name, row[name], scrub)])),
    );
  }
  const last = rows.at(-1);
  const isLast = rows.length < rowsTogether || !last;
  return { count, next: isLast ? null : key.map((name) => last[name] as string | number) };
}

/** A line of a file that names the person is about them as a whole, and an answer to a request is nothing without them. */
function scrubbed(table: TableName, name: string, value: unknown, scrub: Scrubber): unknown {
  if (table === 'importRows' && name === 'cells') return [];
  if (table === 'importRows' && name === 'before') return null;
  if (table === 'letters' && name === 'to')
    return (value as string[]).filter((address) => !scrub.finds(address));
  return scrub.clean(value);
}
