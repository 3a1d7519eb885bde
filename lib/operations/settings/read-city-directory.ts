import { listCities } from '@/db/cities';
import type { DirectoryCity } from '@/lib/domain/cities/city-directory';
import { type Context, signedIn } from '@/lib/operations/context';

const mostCities = 5000;

/** Every city of the settings, disabled ones too: what forms offer and how numbers are read aloud. */
export async function readCityDirectory(context: Context): Promise<DirectoryCity[]> {
  signedIn(context);
  const rows = await listCities(context.read, { withDisabled: true, limit: mostCities });
  return rows.map(({ name, region, diallingCodes, disabledAt }) => ({
    name,
    region,
    diallingCodes,
    isOffered: disabledAt === null,
  }));
}
