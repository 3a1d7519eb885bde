import { insertCities } from '@/db/cities';
import type { City } from '@/lib/domain/cities/city';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { cityRow, refuseSameCity } from './city-row';
import { recordChange } from './record-change';

/** @throws Refusal `forbidden`, `invalid` when the region has one of that name */
export async function createCity(context: Context, input: City): Promise<{ id: string }> {
  if (!mayEditDirectories(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const { name, nameEn, region, timeZone, diallingCodes } = input;
    const city = { name, nameEn, region, timeZone, diallingCodes };
    await refuseSameCity(tx, city, null);
    const id = context.newId();
    await insertCities(tx, [cityRow(city, id, context.now())]);
    await recordChange(tx, context, { noun: 'city', nounId: id, before: {}, after: city });
    tell(tx, { noun: 'city', nounId: id });
    return { id };
  });
}
