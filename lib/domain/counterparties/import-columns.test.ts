import { expect, test } from 'vitest';
import { guessImportMapping, importMappingSchema, readStatus } from './import-columns';
import { keepsOut, readImportRow } from './import-row';

test('headings as people write them are understood, each field once', () => {
  expect(
    guessImportMapping([
      '№',
      'Наименование контрагента',
      '№ договора',
      'Тел.',
      'Город',
      'Контактное лицо',
      'ИНН',
    ]),
  ).toEqual({ 1: 'name', 2: 'contract', 3: 'phone', 4: 'city', 5: 'contactPerson' });
  expect(guessImportMapping(['Company', 'Contract', 'Phone', 'Phone 2'])).toEqual({
    0: 'name',
    1: 'contract',
    2: 'phone',
  });
});

test('a mapping without the name, or with a field chosen twice, is refused', () => {
  expect(importMappingSchema.safeParse({ 0: 'phone' }).success).toBe(false);
  expect(importMappingSchema.safeParse({ 0: 'name', 1: 'name' }).success).toBe(false);
  expect(importMappingSchema.safeParse({ 0: 'name', 3: 'phone' }).success).toBe(true);
});

test('a row is kept out by what it cannot do without, and only marked for the rest', () => {
  const mapping = { 0: 'name', 1: 'status' } as const;
  const nameless = readImportRow(['', 'Клиент'], 2, mapping);
  expect(nameless.problems.some(({ problem }) => keepsOut(problem))).toBe(true);
  const strange = readImportRow(['ООО «Ромашка»', 'лучший'], 3, mapping);
  expect(strange.problems).toEqual([{ field: 'status', problem: 'statusUnknown' }]);
  expect(strange.problems.some(({ problem }) => keepsOut(problem))).toBe(false);
});

test.each([
  ['Клиент', 'client'],
  ['потенциальный клиент', 'prospect'],
  ['Dealer', 'dealer'],
  ['?', null],
])('«%s» is read as %s', (text, status) => {
  expect(readStatus(text)).toBe(status);
});
