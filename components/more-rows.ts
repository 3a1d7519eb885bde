/** The first page, read anew on every news, with the rows read after it; each once, in its newest shape. */
export function withLater<Row extends { id: string }>(first: readonly Row[], later: readonly Row[]): Row[] {
  const known = new Set(first.map((row) => row.id));
  return [...first, ...later.filter((row) => !known.has(row.id))];
}

/**
 * Since when a list joined of several is complete, epoch ms: before that a list that goes on may still have something
 * in between.
 */
export function completeSince(lists: readonly { oldestAt: number | undefined; hasMore: boolean }[]): number {
  const open = lists
    .filter(({ hasMore }) => hasMore)
    .map(({ oldestAt }) => oldestAt ?? Number.POSITIVE_INFINITY);
  return Math.max(Number.NEGATIVE_INFINITY, ...open);
}
