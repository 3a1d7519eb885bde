import { expect, test } from 'vitest';
import { areNamesAlike } from './likeness';

test('names are alike by their words and nearly by their letters', () => {
  const alike = [
    ['ООО «Ромашка»', 'Ромашка, ООО'],
    ['ИП Пётр Иванов', 'Иванов Петр'],
    ['Стоматология «Улыбка»', 'Стоматология Улыпка'],
  ];
  for (const [one, other] of alike) expect(areNamesAlike(one!, other!), one).toBe(true);
});

test('different names are not alike, however short or numbered', () => {
  const different = [
    ['Ромашка', 'Василёк'],
    ['Лис', 'Лес'],
    ['Школа № 5', 'Школа № 6'],
    ['ООО', ''],
    ['Аптека на Ленина', 'Аптека на Советской'],
  ];
  for (const [one, other] of different) expect(areNamesAlike(one!, other!), one).toBe(false);
});
