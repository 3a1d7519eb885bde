import { expect, test } from 'vitest';
import { searchParts } from './search-parts';

test.each([
  ['ромаш', { cards: 'ромаш', appealNumber: null, caller: null }],
  ['№ 318', { cards: null, appealNumber: 318, caller: null }],
  ['No. 318', { cards: null, appealNumber: 318, caller: null }],
  ['no.318', { cards: null, appealNumber: 318, caller: null }],
  ['Norma', { cards: 'Norma', appealNumber: null, caller: null }],
  ['7', { cards: null, appealNumber: 7, caller: null }],
  ['2026/118', { cards: '2026/118', appealNumber: null, caller: '2026/118' }],
  ['8 (3842) 58-12-34', { cards: '8 (3842) 58-12-34', appealNumber: null, caller: '8 (3842) 58-12-34' }],
  ['581234', { cards: '581234', appealNumber: 581234, caller: null }],
  [' ', { cards: null, appealNumber: null, caller: null }],
])('«%s» is looked for where it can be meant', (typed, parts) => {
  expect(searchParts(typed)).toEqual(parts);
});
