import { expect, test } from 'vitest';
import { readOwnValue } from './own-field';

const read = (kind: Parameters<typeof readOwnValue>[0]['kind'], value: string) =>
  readOwnValue({ kind, choices: ['ФНС', 'МВД'] }, value);

test('an own field takes what is of its kind, and nothing else', () => {
  expect(read('text', ' слово ')).toEqual({ value: 'слово' });
  expect(read('number', '1 250,5')).toEqual({ value: '1250.5' });
  expect(read('number', 'много')).toEqual({ problem: 'notANumber' });
  expect(read('date', '2026-02-28')).toEqual({ value: '2026-02-28' });
  expect(read('date', '2026-02-30')).toEqual({ problem: 'notADay' });
  expect(read('choice', 'ФНС')).toEqual({ value: 'ФНС' });
  expect(read('choice', 'ФСБ')).toEqual({ problem: 'notAChoice' });
  expect(read('checkbox', 'yes')).toEqual({ value: 'yes' });
  expect(read('checkbox', 'может быть')).toEqual({ problem: 'notAChoice' });
  expect(read('choice', '')).toEqual({ value: '' });
});
