import type { Db } from '@/db/store';
import { digestedText, personalValuesOf } from '@/lib/domain/audit/personal-values';

/**
 * The keyed digests of every text of an input, by field: whoever has the key and knows a value can tell that it was handed
 * in, and nobody can read it. Not for inside a transaction: a file may be long.
 */
export function digestsOf(db: Db, input: unknown): Record<string, string> {
  if (typeof input !== 'object' || input === null) return {};
  return Object.fromEntries(
    personalValuesOf(input).map(([field, value]) => [field, db.seal(digestedText(value)).slice(0, 32)]),
  );
}
