import { expect, test } from 'vitest';
import { seenFiltersOf } from './seen';

test('a list says by what it was narrowed, and not to which value (CS-10)', () => {
  expect(seenFiltersOf({ scope: 'mine', caller: '+73842581234', from: 1, until: 2 })).toEqual([
    'mine',
    'period',
    'caller',
  ]);
});

test('a list of everything is not narrowed', () => {
  expect(seenFiltersOf({ scope: 'all', state: 'all', show: 'all', late: false, route: undefined })).toEqual(
    [],
  );
});
