import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { safeCell } from '@/lib/domain/exports/safe-cell';
import { csvLines } from './csv-lines';

const read = (text: string, delimiter = ';') =>
  Papa.parse<string[]>(text.replace(/\r\n$/, ''), { delimiter }).data;

/** Texts made of what is dangerous in a cell, and of anything else. */
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\0',
      '"',
      "'",
      ';',
      ',',
      '|',
      ' ',
      '\u00A0',
      '\uFEFF',
      '＝',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});
/** As a spreadsheet sees it that passes over spaces and marks which are not seen. */
const beginsFormula = (cell: string) => /^[=+\-@＝＋－＠]/u.test(cell.replace(/^[\s\p{C}]+/u, ''));

describe('a cell of a file for spreadsheets', () => {
  test('is never reckoned, whatever stands in it, and is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 4 }), (cells) => {
        const [back] = read(csvLines([cells], 'ru'));
        expect(back).toHaveLength(cells.length);
        for (const [at, cell] of back!.entries()) {
          expect(beginsFormula(cell)).toBe(false);
          expect(cell).not.toContain('\0');
          const asWritten = cells[at]!.replaceAll('\0', '\uFFFD');
          expect([asWritten, `'${asWritten}`]).toContain(cell);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is one cell still for a program that takes commas, tabs and semicolons for separators', () => {
    const line = csvLines([['оплата,=1+1', 'a\t=2', '"=3', 'x|=4']], 'ru');
    const unquoted = line.replaceAll(/"(?:[^"]|"")*"/g, '');
    expect(unquoted).toBe(';;;\r\n');
  });

  test.each(['=1+1', '+7 999', '-2', '@cmd', '\t=1', '\r=1', '\0=1', ' =1', '\uFEFF=1', '＝1'])(
    '%j is made text',
    (text) => {
      expect(safeCell(text)).toBe(`'${text.replace('\0', '\uFFFD')}`);
    },
  );

  test('stays as it is when it is harmless; numbers keep their sign', () => {
    expect(csvLines([['ООО «Ромашка»', '7 (913) 000-11-22', -2.5, null]], 'ru')).toBe(
      'ООО «Ромашка»;7 (913) 000-11-22;"-2,5";\r\n',
    );
    expect(csvLines([[-2.5]], 'en')).toBe('-2.5\r\n');
  });

  test('of money has both its decimals, also when they are naught', () => {
    const sums = [25_000_050, 100_000, -500, 0].map((kopecks) => ({ kopecks }));
    expect(csvLines([sums], 'ru')).toBe('"250000,50";"1000,00";"-5,00";"0,00"\r\n');
    expect(csvLines([sums], 'en')).toBe('250000.50;1000.00;-5.00;0.00\r\n');
  });
});
