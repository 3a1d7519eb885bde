import { expect, test } from 'vitest';
import { addressesIn } from './addresses-in';

test.each([
  ['', []],
  ['a@b.ru', ['a@b.ru']],
  [' a@b.ru, c@d.ru;e@f.ru  a@b.ru ,', ['a@b.ru', 'c@d.ru', 'e@f.ru']],
])('«%s» is written to %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});
