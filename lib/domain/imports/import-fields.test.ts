import { describe, expect, test } from 'vitest';
import { guessImportMapping, mappingProblem } from './import-fields';
import { keepsOut } from './import-row';
import { readDay, readRow } from './read-row';
import { readStatus } from './read-status';

describe('headings as people write them', () => {
  test('are understood, each field once', () => {
    expect(
      guessImportMapping('counterparties', [
        '№',
        'Наименование контрагента',
        '№ договора',
        'Тел.',
        'Город',
        'Контактное лицо',
        'ИНН',
      ]),
    ).toEqual({ 1: 'name', 2: 'contract', 3: 'phone', 4: 'city', 5: 'contactPerson', 6: 'inn' });
    expect(guessImportMapping('counterparties', ['Company', 'Contract', 'Phone', 'Phone 2'])).toEqual({
      0: 'name',
      1: 'contract',
      2: 'phone',
    });
  });

  test('are understood by what the file holds', () => {
    expect(
      guessImportMapping('purchases', ['Клиент', 'Договор', 'Сумма, руб.', 'Дата', 'Дата оплаты', 'Продукт']),
    ).toEqual({ 0: 'name', 1: 'contract', 2: 'sum', 3: 'boughtOn', 4: 'paidOn', 5: 'project' });
    expect(
      guessImportMapping('appeals', ['Контрагент', 'Тема', 'Тип', 'Создано', 'Закрыто', 'Причина', 'Срок']),
    ).toEqual({
      0: 'name',
      1: 'topic',
      2: 'type',
      3: 'createdOn',
      4: 'closedOn',
      5: 'closeReason',
      6: 'dueOn',
    });
    expect(guessImportMapping('contracts', ['ИНН', 'Номер договора'])).toEqual({ 0: 'inn', 1: 'contract' });
  });
});

test('a mapping is refused without what a row needs, with a field twice, and with a field of another kind', () => {
  expect(mappingProblem('counterparties', { 0: 'phone' })).toBe('import.errors.notMapped.counterparties');
  expect(mappingProblem('counterparties', { 0: 'name', 1: 'name' })).toBe('import.errors.columnTwice');
  expect(mappingProblem('counterparties', { 0: 'name', 1: 'sum' })).toBe('import.errors.fieldOfAnotherKind');
  expect(mappingProblem('purchases', { 0: 'sum', 1: 'boughtOn' })).toBe('import.errors.noCardMapped');
  expect(mappingProblem('purchases', { 0: 'sum', 1: 'boughtOn', 4: 'inn' })).toBeNull();
});

test('a row is kept out by what it cannot do without, and only marked for the rest', () => {
  const nameless = readRow('counterparties', { 0: 'name', 1: 'note' }, 2, { cells: [' ', 'x'.repeat(5000)] });
  expect(nameless.problems).toEqual([
    { field: 'note', problem: 'tooLong' },
    { field: 'name', problem: 'missing' },
  ]);
  expect(nameless.problems.every(keepsOut)).toBe(true);
  expect(keepsOut({ field: 'status', problem: 'statusUnknown' })).toBe(false);
});

test.each([
  ['30.11.2026', '2026-11-30'],
  ['1.2.26', '2026-02-01'],
  ['2026-11-30', '2026-11-30'],
  ['30/11/2026 14:05', '2026-11-30'],
  ['2026-11-30T10:00:00Z', '2026-11-30'],
  ['31.02.2026', null],
  ['ноябрь', null],
  ['', null],
])('«%s» is read as the day %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test.each([
  ['Клиент', 'client'],
  ['потенциальный клиент', 'prospect'],
  ['Dealer', 'dealer'],
  ['?', null],
])('«%s» is read as %s', (text, status) => {
  expect(readStatus(text)).toBe(status);
});
