import { normaliseName } from '@/lib/domain/counterparties/name';
import { areaCodeLengths, type CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';

/** What forms and phones need of a city; one that is disabled is no longer offered, its numbers stay. */
export type DirectoryCity = {
  name: string;
  region: string;
  diallingCodes: readonly string[];
  isOffered: boolean;
};

export type CityDirectory = {
  /** For new cards, by name. */
  offered: readonly DirectoryCity[];
  /** What completes a local number; null for an unknown city and for a name that several regions have. */
  diallingCodeOf: (city: string) => string | null;
  codeLengthOf: CodeLengthOf;
};

/** The cities as they stand in the settings, ready to be asked. */
export function cityDirectory(cities: readonly DirectoryCity[]): CityDirectory {
  const offered = cities.filter((city) => city.isOffered);
  const byName = Map.groupBy(offered, (city) => normaliseName(city.name));
  return {
    offered,
    diallingCodeOf: (city) => {
      const found = byName.get(normaliseName(city));
      return found?.length === 1 ? (found[0]!.diallingCodes[0] ?? null) : null;
    },
    codeLengthOf: areaCodeLengths(cities),
  };
}
