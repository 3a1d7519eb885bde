import { expect, test } from 'vitest';
import { decodeFile } from './decode-file';
import { importErrorsFile } from './import-errors-file';

test('a file of a Russian office program is read whatever its encoding', () => {
  const utf8 = new TextEncoder().encode('Название').buffer as ArrayBuffer;
  expect(decodeFile(utf8)).toEqual({ text: 'Название', encoding: 'utf-8' });
  const windows = new Uint8Array([0xcd, 0xe0, 0xe7, 0xe2, 0xe0, 0xed, 0xe8, 0xe5]).buffer;
  expect(decodeFile(windows)).toEqual({ text: 'Название', encoding: 'windows-1251' });
});

test('the file of errors opens in a spreadsheet and carries nothing out there', () => {
  const file = importErrorsFile(
    ['Строка', 'Поле', 'Замечание'],
    [
      { row: 4, field: 'Наименование', problem: 'нет; совсем' },
      { row: 5, field: '=1+1', problem: 'нет' },
    ],
  );
  expect(file).toBe(`\uFEFFСтрока;Поле;Замечание\r\n4;Наименование;"нет; совсем"\r\n5;'=1+1;нет\r\n`);
});
