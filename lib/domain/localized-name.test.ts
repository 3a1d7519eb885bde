import { expect, test } from 'vitest';
import { localizedName } from './localized-name';

test('something is called by its English name on an English screen, when it has one', () => {
  const biysk = { name: 'Бийск', nameEn: 'Biysk' };
  expect(localizedName(biysk, 'en')).toBe('Biysk');
  expect(localizedName(biysk, 'ru')).toBe('Бийск');
  expect(localizedName({ ...biysk, nameEn: '' }, 'en')).toBe('Бийск');
});
