import { expect, test } from 'vitest';
import { judgeLine, type LineReport } from './line-quality';

const clear: LineReport = { mos: 4.3, rttMs: 60, jitterMs: 3, lossPercent: 0, route: 'direct' };
const judged = (changed: Partial<LineReport>) => judgeLine({ ...clear, ...changed });

test('a line on which nothing is wrong is good, also where the network tells little', () => {
  expect(judgeLine(clear)).toEqual({ grade: 'good', faults: [] });
  expect(judged({ mos: null, rttMs: null, jitterMs: null, lossPercent: null, route: null })).toEqual({
    grade: 'good',
    faults: [],
  });
});

test.each([
  [{ rttMs: 401 }, 'fair', ['slow']],
  [{ jitterMs: 31 }, 'fair', ['uneven']],
  [{ lossPercent: 1.1 }, 'fair', ['lossy']],
  [{ route: 'relay' as const }, 'fair', ['relayed']],
  [{ route: 'tcp' as const }, 'fair', ['overTcp']],
  [{ mos: 3.6 }, 'fair', []],
  [{ rttMs: 401, lossPercent: 5 }, 'bad', ['slow', 'lossy']],
  [{ mos: 2.9, jitterMs: 80 }, 'bad', ['uneven']],
  [{ mos: 2.9 }, 'bad', ['unclear']],
  [{ rttMs: 400, jitterMs: 30, lossPercent: 1 }, 'good', []],
])('a line with %o is %s, and what is wrong is said', (changed, grade, faults) => {
  expect(judged(changed)).toEqual({ grade, faults });
});
