/** The first page, read anew on every news, with the rows read after it; each once, in its newest shape. */
export function withLater<Row extends { id: string }>(first: readonly Row[], later: readonly Row[]): Row[] {
  const known = new Set(first.map((row) => row.id));
  return [...first, ...later.filter((row) => !known.has(row.id))];
}
