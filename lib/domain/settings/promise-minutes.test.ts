import { expect, test } from 'vitest';
import { promiseMinutesOf, routeOfDepartment } from './promise-minutes';

test.each([
  ['client', 2],
  ['sales', 2],
  ['support', 3],
  ['management', 4],
] as const)(
  'IN-10: what comes to the department %s by another way is due in the minutes of its own route',
  (kind, minutes) => {
    const promises = { commercial: 2, support: 3, cooperation: 4, callBack: 1 };
    expect(promiseMinutesOf(promises, routeOfDepartment(kind))).toBe(minutes);
  },
);
