/** What repeated rounds of one measurement gave. */
export type Spread = { median: number; min: number; max: number };

/** The value at or below which this share (0 to 1) of the samples lies, by nearest rank. @throws Error without samples */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('no samples');
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length))) - 1]!;
}

/** The middle value, or the mean of the two middle ones. @throws Error without samples */
export function median(samples: readonly number[]): number {
  if (samples.length === 0) throw new Error('no samples');
  const sorted = Float64Array.from(samples).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function spreadOf(samples: readonly number[]): Spread {
  return { median: median(samples), min: Math.min(...samples), max: Math.max(...samples) };
}

/** How many times the baseline of the same pair each value is. @throws Error for unpaired values */
export function ratios(values: readonly number[], baselines: readonly number[]): number[] {
  if (values.length !== baselines.length) throw new Error('every value needs the baseline of its pair');
  return values.map((value, pair) => value / baselines[pair]!);
}

/** The rise of y per unit of x by least squares; 0 when x does not vary. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spreadX = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (spreadX === 0) return 0;
  return points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spreadX;
}

/**
 * Runs every contender once per pair, in turning order (ABBA), so that a machine that grows slower or faster favours
 * none of them. Returns each contender's values, pair by pair.
 */
export async function inPairs<Value>(
  pairs: number,
  contenders: readonly (() => Promise<Value>)[],
): Promise<Value[][]> {
  const values: Value[][] = contenders.map(() => []);
  for (let pair = 0; pair < pairs; pair++) {
    const order = contenders.map((_, index) => index);
    for (const index of pair % 2 === 0 ? order : order.reverse()) {
      values[index]!.push(await contenders[index]!());
    }
  }
  return values;
}

/** Does it so many times, one after another; returns what each gave. */
export async function repeated<Value>(times: number, once: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for (let index = 0; index < times; index++) values.push(await once());
  return values;
}

/** Numbers from 0 to below 1 that are the same in every run (a linear congruential generator). */
export function randomShares(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
