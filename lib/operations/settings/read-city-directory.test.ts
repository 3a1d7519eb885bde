import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import { cityDirectory } from '@/lib/domain/cities/city-directory';
import { createTestWorld } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { createCity } from './create-city';
import { readCityDirectory } from './read-city-directory';
import { updateCity } from './update-city';

const city = { nameEn: '', region: 'Томская область', timeZone: 'Asia/Tomsk' };

describe.each(dialects)('the directory of cities on %s', (dialect) => {
  test('follows the settings: a new city is there at once, a disabled one keeps its numbers', async () => {
    const world = createTestWorld(await openTestStore(dialect));
    const company = await hireTestCompany(world);
    const alla = world.as(company.as('alla'));
    await createCity(alla, { ...city, name: 'Кедровый', diallingCodes: ['38250'] });
    const { id } = await createCity(alla, { ...city, name: 'Старый', diallingCodes: ['38299'] });
    await updateCity(alla, { cityId: id, version: 1, isDisabled: true });
    const directory = cityDirectory(await readCityDirectory(world.as(company.as('anna'))));
    expect(directory.offered).toMatchObject([{ name: 'Кедровый', region: 'Томская область' }]);
    expect(directory.diallingCodeOf('кедровый')).toBe('38250');
    expect(directory.codeLengthOf('+73829961234')).toBe(5);
  });
});
