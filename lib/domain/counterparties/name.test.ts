import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseName, sortKey } from './name';

test.each([
  ['ООО «Ромашка»', 'ромашка'],
  ['"Ромашка", ООО', 'ромашка'],
  ['Общество с ограниченной ответственностью «Ромашка»', 'ромашка'],
  ['ИП Ёлкин А. Б.', 'елкин а б'],
  ['ЗАО «Кузбасс-Энерго»', 'кузбасс энерго'],
  ['ГБУЗ «Поликлиника № 5»', 'поликлиника 5'],
  ['ООО «ООО»', 'ооо ооо'],
  ['Аоста', 'аоста'],
  ['Клуб «Спорт+»', 'клуб спорт+'],
])('«%s» is compared as «%s»', (name, normalised) => {
  expect(normaliseName(name)).toBe(normalised);
});

test('a name compared twice stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'аёЖ «»-.+Zz9'.split('')) }), (name) => {
      const once = normaliseName(name);
      expect(normaliseName(once)).toBe(once);
    }),
  );
});

test('a directory is ordered as Russian readers expect, in plain byte order', () => {
  const ordered = ['7 дней', 'ArchiMed', 'ООО «Ежевика»', 'Ея', '«Ёжик»', 'ИП Жуков', 'ООО «Ромашка»', 'Яна'];
  const byBytes = [...ordered]
    .reverse()
    .sort((one, other) => Buffer.compare(Buffer.from(sortKey(one)), Buffer.from(sortKey(other))));
  expect(byBytes).toEqual(ordered);
});
