/** A stretch of time, epoch ms, the end left out. */
export type Span = { startedAt: number; endedAt: number };

/** The same time, none of it twice, in order. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  const sorted = [...spans].sort((one, other) => one.startedAt - other.startedAt);
  for (const span of sorted) {
    if (span.endedAt <= span.startedAt) continue;
    const last = result.at(-1);
    if (last && span.startedAt <= last.endedAt) last.endedAt = Math.max(last.endedAt, span.endedAt);
    else result.push({ startedAt: span.startedAt, endedAt: span.endedAt });
  }
  return result;
}

/** The time of joined spans that lies in none of the others. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  let left = joined(spans);
  for (const other of joined(others)) {
    left = left.flatMap((span) =>
      [
        { startedAt: span.startedAt, endedAt: Math.min(span.endedAt, other.startedAt) },
        { startedAt: Math.max(span.startedAt, other.endedAt), endedAt: span.endedAt },
      ].filter(({ startedAt, endedAt }) => startedAt < endedAt),
    );
  }
  return left;
}

/** The part of the spans that lies within the bounds. */
export function within(spans: readonly Span[], bounds: Span): Span[] {
  return spans
    .map(({ startedAt, endedAt }) => ({
      startedAt: Math.max(startedAt, bounds.startedAt),
      endedAt: Math.min(endedAt, bounds.endedAt),
    }))
    .filter(({ startedAt, endedAt }) => startedAt < endedAt);
}

/** Ms altogether, time in two spans counted once. */
export const lengthOf = (spans: readonly Span[]) =>
  joined(spans).reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0);
