import { expect, test } from 'vitest';
import { readBirthday, typedBirthday } from './birthday';

test('a birthday is read as people type it, with its year or without', () => {
  const read = ['5.03.1980', '05.03', '29.02', '1980-03-05', '--03-05', ' '].map(readBirthday);
  expect(read).toEqual(['1980-03-05', '--03-05', '--02-29', '1980-03-05', '--03-05', '']);
  expect(['1980-03-05', '--03-05', ''].map(typedBirthday)).toEqual(['05.03.1980', '05.03', '']);
});

test('a day that no calendar has is not taken', () => {
  for (const text of ['31.02', '29.02.2026', '12.13', 'весной', '05.03.0080']) {
    expect(readBirthday(text), text).toBeNull();
  }
});
