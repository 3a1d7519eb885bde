import { findCitiesByName } from '@/db/cities';
import type { Db } from '@/db/store';
import type { City } from '@/lib/domain/cities/city';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { invalid } from '@/lib/domain/errors';

/** The row of a new city. */
export const cityRow = (city: City, id: string, createdAt: number) => ({
  id,
  ...city,
  nameNorm: normaliseName(city.name),
  sortKey: sortKey(city.name),
  version: 1,
  createdAt,
  disabledAt: null,
});

/** @throws Refusal `invalid` when the region has another city of that name */
export async function refuseSameCity(
  db: Db,
  city: { name: string; region: string },
  exceptId: string | null,
): Promise<void> {
  const namesakes = await findCitiesByName(db, normaliseName(city.name));
  if (namesakes.some((row) => row.id !== exceptId && row.region === city.region)) {
    throw invalid({ name: 'alreadyUsed' });
  }
}
