import { expect, test } from 'vitest';
import { searchParts } from './search-parts';

test.each([
  ['ромаш', { cards: 'ромаш', number: null, numbered: null, caller: null }],
  ['№ 318', { cards: null, number: 318, numbered: null, caller: null }],
  ['No. 318', { cards: null, number: 318, numbered: null, caller: null }],
  ['no.318', { cards: null, number: 318, numbered: null, caller: null }],
  ['Norma', { cards: 'Norma', number: null, numbered: null, caller: null }],
  ['7', { cards: null, number: 7, numbered: null, caller: null }],
  ['2026/118', { cards: '2026/118', number: null, numbered: null, caller: '2026/118' }],
  [
    '8 (3842) 58-12-34',
    { cards: '8 (3842) 58-12-34', number: null, numbered: null, caller: '8 (3842) 58-12-34' },
  ],
  ['581234', { cards: '581234', number: 581234, numbered: null, caller: null }],
  ['58-12', { cards: '58-12', number: 5812, numbered: null, caller: null }],
  ['папка 2', { cards: null, number: 2, numbered: 'folder', caller: null }],
  ['Рекламация № 4', { cards: null, number: 4, numbered: 'complaint', caller: null }],
  ['Appeal No. 318', { cards: null, number: 318, numbered: 'appeal', caller: null }],
  ['Папка и К', { cards: 'Папка и К', number: null, numbered: null, caller: null }],
  [' ', { cards: null, number: null, numbered: null, caller: null }],
])('«%s» is looked for where it can be meant', (typed, parts) => {
  expect(searchParts(typed)).toEqual(parts);
});
