import { expect, test } from 'vitest';
import { searchText, searchVariants } from './search-text';

test.each([
  ['hjvfirf', 'ромашка'],
  ['HJVFIRF', 'ромашка'],
  ['[jkjl', 'холод'],
  ['romashka', 'ромашка'],
  ['shchukin', 'щукин'],
  ['фксршьув', 'archimed'],
  ['арчимед', 'archimed'],
  ['ООО «Ёлка»', 'елка'],
  ['Sofya', 'софья'],
  ['Sofiya', 'софья'],
  ['Sofja', 'софья'],
  ['Sofia', 'софья'],
  ['Sofia', 'софия'],
  ['Tatyana Melnikova', 'татьяна мельникова'],
  ['Diana', 'диана'],
])('typing «%s» also finds «%s»', (query, meant) => {
  expect(searchVariants(query)).toContain(meant);
});

test('what was typed comes first and stands once', () => {
  expect(searchVariants('Ромашка')[0]).toBe('ромашка');
  expect(searchVariants('2026/118')).toEqual(['2026 118']);
  expect(searchVariants('Спорт archi')).toEqual(['спорт archi']);
});

test('an empty query means nothing', () => {
  expect(searchVariants('  «» ')).toEqual([]);
});

test('a card is found by its name, its people and its contract', () => {
  expect(searchText(['ООО «Ёлка»', null, 'Пётр Иванов', '2026/118'])).toBe('елка петр иванов 2026 118');
});
