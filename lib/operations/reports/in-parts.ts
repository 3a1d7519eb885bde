import { type Period, partsOf } from '@/lib/domain/reports/period';

/** So many days of a busy company are added up in less time than anybody notices. */
export const partDays = 7;

/**
 * Reads a period in parts, one after another: SQLite answers at once and keeps everybody waiting while it does, so that a
 * year in one piece would be heard on the line.
 */
export async function inParts<Row>(
  period: Period,
  mostDays: number,
  read: (part: Period) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const part of partsOf(period, mostDays)) {
    rows.push(...(await read(part)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** Rows of the same key become one. */
export function merged<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  add: (one: Row, other: Row) => Row,
): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const known = byKey.get(keyOf(row));
    byKey.set(keyOf(row), known === undefined ? row : add(known, row));
  }
  return [...byKey.values()];
}

/** Adds up the numbers of two rows; everything else is the first one's. */
export function addNumbers<Row extends object>(one: Row, other: Row): Row {
  const sum = Object.entries(one).map(([name, value]) => {
    const added = (other as Record<string, unknown>)[name];
    return [name, typeof value === 'number' && typeof added === 'number' ? value + added : value];
  });
  return Object.fromEntries(sum) as Row;
}

/** What these numbers of all rows come to; 0 where there is no row. */
export function sumsOf<Key extends string>(
  rows: readonly Readonly<Record<Key, number>>[],
  keys: readonly Key[],
): Record<Key, number> {
  const sums = keys.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]);
  return Object.fromEntries(sums) as Record<Key, number>;
}
