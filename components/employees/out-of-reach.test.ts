import { expect, test } from 'vitest';
import { outOfReachAmong, outOfReachKey } from './out-of-reach';

const person = (employeeId: string, outOfReachSince: number | null) => ({ employeeId, outOfReachSince });

test('a head is told of available people whom no call has reached for a minute, and of the next in time', () => {
  const asleep = person('anna', 0);
  const rows = [
    asleep,
    person('boris', 30_000),
    person('pavel', 45_000),
    person('sofia', null),
    person('clara', 0),
  ];
  expect(outOfReachAmong(rows, { now: 59_999, but: 'clara' })).toEqual({ rows: [], nextAt: 60_000 });
  expect(outOfReachAmong(rows, { now: 60_000, but: 'clara' })).toEqual({ rows: [asleep], nextAt: 90_000 });
  expect(outOfReachAmong([asleep], { now: 60_000, but: 'clara' }).nextAt).toBeNull();
});

test('who was back and is gone again is told of anew', () => {
  expect(outOfReachKey(person('anna', 0))).not.toBe(outOfReachKey(person('anna', 70_000)));
});
