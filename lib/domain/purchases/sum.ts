/** A hundred billion roubles: more is a slip of the pen. */
export const largestSumKopecks = 10_000_000_000_000;

/** «125 000,50», «125000.5» in kopecks; null for what is no sum. One that is past counting is the largest number there is. */
export function readSum(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]|₽|руб\.?|р\.$/g, '').replace(',', '.');
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return null;
  const [roubles, kopecks = ''] = plain.split('.');
  return Math.min(Number(roubles) * 100 + Number(kopecks.padEnd(2, '0')), Number.MAX_SAFE_INTEGER);
}

/** The same the other way round: what stands in the field. */
export function typedSum(kopecks: number): string {
  const rest = kopecks % 100;
  const roubles = String(Math.floor(kopecks / 100));
  return rest === 0 ? roubles : `${roubles},${String(rest).padStart(2, '0')}`;
}
