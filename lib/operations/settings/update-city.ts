import { getCityForUpdate, updateCity as updateRow } from '@/db/cities';
import type { City } from '@/lib/domain/cities/city';
import { normaliseName, sortKey } from '@/lib/domain/counterparties/name';
import { mayEditDirectories } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { type Context, signedIn, tell } from '@/lib/operations/context';
import { refuseSameCity } from './city-row';
import { recordChange } from './record-change';
import { refuseOtherVersion } from './refuse-other-version';

/**
 * Changes a city, disables it for new cards or takes it back; cards in it keep it.
 * @throws Refusal `forbidden`, `notFound`, `invalid`; `conflict` when somebody else changed it meanwhile
 */
export async function updateCity(
  context: Context,
  {
    cityId,
    version: given,
    isDisabled,
    ...fields
  }: { cityId: string; version: number; isDisabled?: boolean } & Partial<City>,
): Promise<{ id: string; version: number }> {
  if (!mayEditDirectories(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const city = await getCityForUpdate(tx, cityId);
    if (!city) throw notFound('city');
    const named = { name: fields.name ?? city.name, region: fields.region ?? city.region };
    await refuseSameCity(tx, named, cityId);
    const wasDisabled = city.disabledAt !== null;
    const isChanging = isDisabled !== undefined && isDisabled !== wasDisabled;
    const after = {
      ...fields,
      disabledAt: isChanging ? (isDisabled ? context.now() : null) : city.disabledAt,
    };
    if (!(await recordChange(tx, context, { noun: 'city', nounId: cityId, before: city, after })))
      return { id: cityId, version: city.version };
    refuseOtherVersion(given, city);
    const version = city.version + 1;
    await updateRow(tx, cityId, {
      ...after,
      nameNorm: normaliseName(named.name),
      sortKey: sortKey(named.name),
      version,
    });
    tell(tx, { noun: 'city', nounId: cityId });
    return { id: cityId, version };
  });
}
