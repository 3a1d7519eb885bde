import { type CityRow, listCities } from '@/db/cities';
import type { Db } from '@/db/store';
import { normaliseName } from '@/lib/domain/counterparties/name';

const mostCities = 5000;

export type CityLookup = {
  id(city: string): string | null;
  diallingCode(city: string): string | null;
  /** There is a directory and it does not know, or not for certain, which city this is. */
  isUnknown(city: string): boolean;
};

/** All cities at once, for work on many cards; a name that several regions have stands for none of them. */
export async function readCityLookup(db: Db): Promise<CityLookup> {
  const cities = Map.groupBy(await listCities(db, { limit: mostCities }), (city) => city.nameNorm);
  const find = (city: string): CityRow | null => {
    const found = cities.get(normaliseName(city));
    return found?.length === 1 ? found[0]! : null;
  };
  return {
    id: (city) => find(city)?.id ?? null,
    isUnknown: (city) => cities.size > 0 && find(city) === null,
    diallingCode: (city) => find(city)?.diallingCodes[0] ?? null,
  };
}
