import { expect, test } from 'vitest';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { cityDirectory } from './city-directory';

const cities = [
  { name: 'Шерегеш', region: 'Кемеровская область', diallingCodes: ['38473'], isOffered: true },
  { name: 'Берёзовский', region: 'Кемеровская область', diallingCodes: ['38445'], isOffered: true },
  { name: 'Берёзовский', region: 'Свердловская область', diallingCodes: ['34369'], isOffered: true },
  { name: 'Закрытый', region: 'Томская область', diallingCodes: ['38299'], isOffered: false },
];

test('a city added in the settings is offered, completes local numbers and parts its code from the number', () => {
  const { offered, diallingCodeOf, codeLengthOf } = cityDirectory(cities);
  expect(offered.map(({ name }) => name)).toContain('Шерегеш');
  expect(diallingCodeOf(' шерегеш ')).toBe('38473');
  expect(formatPhone({ e164: '+73847361234' }, { codeLengthOf })).toBe('+7 (38473) 6-12-34');
});

test('a name that several regions have, and a city nobody knows, complete nothing', () => {
  const { diallingCodeOf } = cityDirectory(cities);
  expect(diallingCodeOf('Березовский')).toBeNull();
  expect(diallingCodeOf('Нигде')).toBeNull();
});

test('a disabled city is not offered, but its numbers are still read aloud by its code', () => {
  const { offered, codeLengthOf } = cityDirectory(cities);
  expect(offered.map(({ name }) => name)).not.toContain('Закрытый');
  expect(formatPhone({ e164: '+73829961234' }, { codeLengthOf })).toBe('+7 (38299) 6-12-34');
});
