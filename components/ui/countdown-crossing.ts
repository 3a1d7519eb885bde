export type Crossing = 'half' | 'tenSeconds' | 'zero';

const TEN_SECONDS_MS = 10_000;

/**
 * The last mark passed between two looks at a countdown, all in ms. These are what is worth saying aloud of it.
 * A countdown shorter than 20 s has no half of its own.
 */
export function crossingBetween(leftBefore: number, leftNow: number, total: number | null): Crossing | null {
  const passed = (mark: number) => leftBefore > mark && leftNow <= mark;
  if (passed(0)) return 'zero';
  if (passed(TEN_SECONDS_MS)) return 'tenSeconds';
  if (total !== null && total / 2 > TEN_SECONDS_MS && passed(total / 2)) return 'half';
  return null;
}
