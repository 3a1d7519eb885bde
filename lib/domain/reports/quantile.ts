/** How many there are of each value. */
export type Histogram = readonly { value: number; count: number }[];

/**
 * The value that at least that share of all does not exceed (nearest rank): 0.5 is the median, 0.9 the ninetieth
 * percentile; null of nothing.
 */
export function quantileOf(histogram: Histogram, share: number): number | null {
  const total = histogram.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(total * share));
  let seen = 0;
  for (const { value, count } of [...histogram].sort((one, other) => one.value - other.value)) {
    seen += count;
    if (seen >= rank) return value;
  }
  return null;
}
