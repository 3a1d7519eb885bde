import { expect, test } from 'vitest';
import { authorsOf } from './use-authors';

test('of each field whoever changed it last is named', () => {
  const field = { from: 1, to: 2 };
  const authors = authorsOf([
    { at: 30, employeeName: null, fields: { hours: field } },
    { at: 20, employeeName: 'Жданов А.', fields: { name: field } },
    { at: 10, employeeName: 'Котова М.', fields: { name: field, region: field } },
  ]);
  expect(authors).toEqual({ name: { name: 'Жданов А.', at: 20 }, region: { name: 'Котова М.', at: 10 } });
});
