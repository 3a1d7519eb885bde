import { readSum } from '@/lib/domain/purchases/sum';

/** «-1 500,50» in kopecks; null for what is no sum. */
export function readSignedSum(typed: string): number | null {
  const text = typed.trim();
  const isNegative = /^[-−]/.test(text);
  const sum = readSum(text.replace(/^[-−+]\s*/, ''));
  return sum === null ? null : isNegative ? -sum : sum;
}

/** What a month's total would come to with that correction, where it would be less than nothing; else null. */
export function negativeTotalWith(typed: string, totalKopecks: number): number | null {
  const amount = readSignedSum(typed);
  return amount !== null && totalKopecks + amount < 0 ? totalKopecks + amount : null;
}

/** «2,5» in hundredths of a percent; null for what is no percentage. */
export function readPercent(typed: string): number | null {
  const plain = typed.replace(/[\s%]/g, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}
