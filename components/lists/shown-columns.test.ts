import { expect, test } from 'vitest';
import { columnsText, shownColumns } from './shown-columns';

const all = ['city', 'phone', 'contract'] as const;
const usual = ['city', 'phone'] as const;

test('a list shows its usual columns until others are named, in their own order', () => {
  expect(shownColumns(undefined, all, usual)).toEqual(usual);
  expect(shownColumns('contract,city', all, usual)).toEqual(['city', 'contract']);
});

test('what was chosen is read back as it was written, the empty choice too', () => {
  for (const shown of [['phone'], [], ['city', 'phone', 'contract']] as (typeof all)[number][][]) {
    expect(shownColumns(columnsText(shown, usual), all, usual)).toEqual(shown);
  }
  expect(columnsText(['city', 'phone'], usual)).toBeNull();
});

test('columns that a later release does not know leave the usual ones', () => {
  expect(shownColumns('fax', all, usual)).toEqual(usual);
});
