import { describe, expect, test } from 'vitest';
import { findManagers } from './find-manager';
import { guessImportMapping, mappingProblem } from './import-fields';
import { keepsOut } from './import-row';
import { readEmails, splitNames } from './read-list-cell';
import { readOwnCell } from './read-own-cell';
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

  test('of what else a card holds are understood in either language, those of own fields by their names', () => {
    expect(
      guessImportMapping(
        'counterparties',
        [
          ...['Клиент', 'КПП', 'E-mail', 'Тип цены', 'Ведёт', 'Продукты', 'Контактное лицо'],
          ...['Телефон контактного лица', 'День рождения', 'Телефон', ' ФИЛИАЛ ', 'Категория'],
        ],
        [{ id: 'branch', name: 'Филиал', nameEn: 'Branch' }],
      ),
    ).toEqual({
      ...{
        0: 'name',
        1: 'kpp',
        2: 'emails',
        3: 'priceType',
        4: 'manager',
        5: 'products',
        6: 'contactPerson',
      },
      ...{ 7: 'contactPhone', 8: 'contactBirthday', 9: 'phone', 10: 'own_branch', 11: 'category' },
    });
    expect(
      guessImportMapping('counterparties', [
        ...['Company', 'KPP', 'Email', 'Price type', 'Client manager', 'Products', 'Contact person'],
        ...["Contact person's phone", 'Birthday', 'Phone'],
      ]),
    ).toEqual({
      ...{
        0: 'name',
        1: 'kpp',
        2: 'emails',
        3: 'priceType',
        4: 'manager',
        5: 'products',
        6: 'contactPerson',
      },
      ...{ 7: 'contactPhone', 8: 'contactBirthday', 9: 'phone' },
    });
    expect(guessImportMapping('counterparties', ['Имя', 'Контактный телефон'])).toEqual({ 1: 'phone' });
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
  expect(mappingProblem('counterparties', { 0: 'name', 1: 'own_branch' })).toBeNull();
  expect(mappingProblem('contracts', { 0: 'name', 1: 'contract', 2: 'own_branch' })).toBe(
    'import.errors.fieldOfAnotherKind',
  );
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

test('addresses and names of a cell are read one by one', () => {
  expect(readEmails('A@a.example; b@a.example,a@a.example')).toEqual({
    addresses: ['a@a.example', 'b@a.example'],
    isAllRead: true,
  });
  expect(readEmails('нет, b@a.example')).toEqual({ addresses: ['b@a.example'], isAllRead: false });
  expect(readEmails('')).toEqual({ addresses: [], isAllRead: true });
  expect(splitNames('Архимед; Гален , Пульс;')).toEqual(['Архимед', 'Гален', 'Пульс']);
});

test('a manager is known by surname, with initials or names, and by address', () => {
  const sokolova = { surname: 'Соколова', givenName: 'Анна', patronymic: 'Ивановна' };
  const managers = [
    { id: 'anna', email: 'anna@mlsit.example', ...sokolova },
    { id: 'olga', email: 'olga@mlsit.example', ...sokolova, givenName: 'Ольга' },
    { id: 'petr', email: 'petr@mlsit.example', surname: 'Королёв', givenName: 'Пётр', patronymic: null },
  ];
  const found = (cell: string) => findManagers(managers, cell);
  expect(found('соколова')).toEqual(['anna', 'olga']);
  expect(found('Соколова А.И.')).toEqual(['anna']);
  expect(found('Соколова О. И.')).toEqual(['olga']);
  expect(found('Соколова О.')).toEqual(['olga']);
  expect(found('Соколова Ольга Ивановна')).toEqual(['olga']);
  expect(found('Petr@mlsit.example')).toEqual(['petr']);
  expect(found('Королев')).toEqual(['petr']);
  expect(found('Королева')).toEqual([]);
});

test.each([
  ['text', ' слово ', 'слово'],
  ['number', '1 200,5', '1200.5'],
  ['number', 'много', null],
  ['date', '5.03.2020', '2020-03-05'],
  ['date', 'весной', null],
  ['choice', 'томск', 'Томск'],
  ['choice', 'Юрга', null],
  ['checkbox', 'Да', 'yes'],
  ['checkbox', 'нет', ''],
  ['checkbox', 'наверное', null],
  ['date', '', ''],
] as const)('an own field of the kind %s reads «%s» as %s', (kind, cell, value) => {
  expect(readOwnCell({ kind, choices: kind === 'choice' ? ['Томск'] : [] }, cell)).toBe(value);
});
