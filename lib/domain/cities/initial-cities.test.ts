import { expect, test } from 'vitest';
import { citySchema } from './city';
import { initialCities } from './initial-cities';

test('every city is well formed and lies in a known time zone', () => {
  for (const city of initialCities) expect(citySchema.parse(city)).toEqual(city);
});

test('no city is named twice', () => {
  const names = initialCities.map((city) => city.name);
  expect(names).toEqual([...new Set(names)]);
});

test.each([
  ['Кемерово', '3842', 'Asia/Novokuznetsk'],
  ['Новосибирск', '383', 'Asia/Novosibirsk'],
  ['Москва', '495', 'Europe/Moscow'],
  ['Ленинск-Кузнецкий', '38456', 'Asia/Novokuznetsk'],
])('%s is dialled by %s', (name, code, timeZone) => {
  const city = initialCities.find((one) => one.name === name);
  expect(city?.diallingCodes).toContain(code);
  expect(city?.timeZone).toBe(timeZone);
});
