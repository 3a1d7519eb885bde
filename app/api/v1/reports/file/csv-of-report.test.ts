import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { defaultReportSettings } from '@/lib/domain/reports/report-settings';
import { writeCsv } from '@/lib/operations/reports/write-csv';
import { csvOfReport } from './csv-of-report';

const inMoscow = { timeZone: 'Europe/Moscow', period: { from: '2026-11-01', until: '2026-11-01' } };
const read = (text: string) => Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ';' }).data;

describe('a report as a file', () => {
  test('opens in a spreadsheet by a double click: byte order mark, semicolons, in Russian a decimal comma', () => {
    const text = writeCsv([['доля', 78.125, null]], 'ru');
    expect(text).toBe('\uFEFFдоля;"78,125";\r\n');
    expect(writeCsv([[0.5]], 'en')).toBe('\uFEFF0.5\r\n');
  });

  test('carries no formula into a spreadsheet, and keeps minus signs of numbers', () => {
    const cells = read(writeCsv([['=1+1', '+7999', '@cmd', '-2', 'ООО «А; Б»', 'строка\nвторая']], 'ru'));
    expect(cells).toEqual([["'=1+1", "'+7999", "'@cmd", "'-2", 'ООО «А; Б»', 'строка\nвторая']]);
  });

  test('names its figures, their units and their formulas in the language asked for', () => {
    const figure = {
      key: 'serviceLevel',
      unit: 'share',
      value: 0.7812,
      of: 64,
      notReckonedFor: null,
      before: null,
      target: { value: 0.8, is: 'atLeast' },
      rows: { list: 'calls', figure: 'inTime' },
    } as const;
    const report = { ...inMoscow, what: 'figures', rows: [figure], settings: defaultReportSettings } as const;
    const [head, row] = read(csvOfReport({ ...report, rows: [figure] }, 'ru'));
    expect(head!.slice(0, 2)).toEqual(['Показатель', 'Значение']);
    expect(row!.slice(0, 6)).toEqual(['Уровень обслуживания', '78,12', '', '%', '64', '80']);
    expect(row![6]).toContain('20 с');
    expect(read(csvOfReport({ ...report, rows: [figure] }, 'en'))[1]![1]).toBe('78.12');
  });

  test('has a row for each way, step and person, in words', () => {
    const sales = { id: 'sales', kind: 'sales', name: 'Отдел продаж', nameEn: 'Sales' } as const;
    const way = {
      calledNumber: '+74951234567',
      line: null,
      route: 'commercial',
      department: sales,
      outcome: 'answered',
      isTaken: true,
      calls: 3,
    } as const;
    expect(read(csvOfReport({ ...inMoscow, what: 'ways', rows: [way] }, 'ru'))[1]).toEqual([
      '74951234567',
      'Коммерческий вопрос',
      'Отдел продаж',
      'передачу приняли',
      '3',
    ]);
    const step = { step: 'greeting', stays: 5, calls: 4, medianSeconds: 7, brokenOff: 1 };
    const [, greeting] = read(csvOfReport({ ...inMoscow, what: 'steps', rows: [step] }, 'ru'));
    expect(greeting).toEqual(['Приветствие', '4', '5', '7', '1']);
    const due = { department: sales, employee: null, due: 9, overdue: 2, inTime: 6, postponed: 1 };
    expect(read(csvOfReport({ ...inMoscow, what: 'reactions', rows: [due] }, 'en'))[1]).toEqual([
      '',
      'Sales',
      '9',
      '6',
      '2',
      '1',
    ]);
  });

  test('writes phones without a plus, so that nothing has to be put before them', () => {
    const call = {
      arrivedAt: Date.UTC(2026, 10, 1, 6, 0),
      caller: { kind: 'number', e164: '+73842581234', display: '+7 (3842) 58-12-34' },
      calledNumber: '+74951234567',
      line: null,
      counterparty: null,
      cardsOfNumber: [],
      route: 'commercial',
      owner: { id: 'anna', name: 'Сидорова\u00A0А.' },
      waitMs: 8000,
      talkMs: null,
      outcome: 'answered',
    };
    const report = { ...inMoscow, what: 'calls', rows: [call] } as unknown as Parameters<
      typeof csvOfReport
    >[0];
    expect(read(csvOfReport(report, 'ru'))[1]).toEqual([
      '01.11.2026, 09:00',
      '',
      '7 (3842) 58-12-34',
      '74951234567',
      'Коммерческий вопрос',
      'Сидорова А.',
      '8',
      '',
      'принят',
    ]);
  });
});
