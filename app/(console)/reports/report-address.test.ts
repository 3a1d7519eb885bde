import { expect, test } from 'vitest';
import { readReportAddress } from './report-address';

const choices = {
  today: '2026-11-30',
  departments: [{ id: 'client' }, { id: 'sales' }],
  employees: [{ id: 'anna' }],
};
const read = (given: Record<string, string>, of = choices) =>
  readReportAddress(given, of, { id: 'gleb', departmentId: 'management' });

test('days that are none, out of order or too far apart are put right, and said', () => {
  const periodOf = (from: string, until: string) => {
    const { period, problem } = read({ period: 'own', from, until });
    return [period.from, period.until, problem];
  };
  expect(periodOf('2026-11-01', '2026-11-02')).toEqual(['2026-11-01', '2026-11-02', null]);
  expect(periodOf('2026-02-31', '2026-11-30')).toEqual(['2026-11-30', '2026-11-30', 'noSuchDay']);
  expect(periodOf('2026-11-01', 'завтра')).toEqual(['2026-11-01', '2026-11-01', 'noSuchDay']);
  expect(periodOf('2026-11-20', '2026-11-10')).toEqual(['2026-11-20', '2026-11-20', 'endsBeforeItBegins']);
  expect(periodOf('1900-01-01', '2999-12-31')).toEqual(['2998-12-31', '2999-12-31', 'tooLong']);
  expect(read({ period: 'own' }).problem).toBeNull();
});

test('whom the person cannot choose narrows nothing', () => {
  expect(read({ employee: 'anna', department: 'sales' })).toMatchObject({
    employeeId: 'anna',
    departmentId: 'sales',
  });
  expect(read({ employee: 'nobody', department: 'nowhere' })).toMatchObject({
    employeeId: undefined,
    departmentId: undefined,
  });
  const own = { ...choices, departments: [], employees: [] };
  expect(read({ employee: 'gleb', department: 'management' }, own)).toMatchObject({
    employeeId: 'gleb',
    departmentId: 'management',
  });
});
