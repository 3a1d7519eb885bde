export type Compared<Row> = { now: Row; was: Row | null };

/**
 * Each row with the same one of the period compared with, null where nothing is compared. Rows of that period alone stand
 * at the end, with nothing of this one.
 */
export function pairWithBefore<Row extends object>(
  rows: readonly Row[],
  before: readonly Row[] | null,
  keyOf: (row: Row) => string,
): Compared<Row>[] {
  if (before === null) return rows.map((now) => ({ now, was: null }));
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const own = new Set(rows.map(keyOf));
  return [
    ...rows.map((now) => ({ now, was: known.get(keyOf(now)) ?? emptied(now) })),
    ...before.filter((row) => !own.has(keyOf(row))).map((was) => ({ now: emptied(was), was })),
  ];
}

/** The same row with nothing counted. */
function emptied<Row extends object>(row: Row): Row {
  const fields = Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? 0 : value]);
  return Object.fromEntries(fields) as Row;
}
