import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { withoutValues } from './without-values';

test('a log tells which query failed and why, and none of its values', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (e164)=(+79161234567) exists.',
  });
  const failed = Object.assign(
    new Error('Failed query: insert into t\nparams: Соловьёва,+79161234567', { cause }),
    {
      params: ['Соловьёва', '+79161234567'],
    },
  );
  const told = inspect(withoutValues(new Error('import 7', { cause: failed })));
  expect(told).toContain('insert into t');
  expect(told).toContain('23505');
  expect(told).not.toMatch(/Соловьёва|9161234567/);
});

test('any other error stays as it is', () => {
  const error = new Error('the line was cut');
  expect(withoutValues(error)).toBe(error);
  expect(withoutValues('text')).toBe('text');
});
