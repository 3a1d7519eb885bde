import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('tests are counted as they ended', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 2,
    testResults: [file('failed', 'failed', 'failed', 'passed')],
  };
  expect(countVitest(report)).toEqual({ passed: 7, failed: 2, remarks: [] });
});

test('a skipped test is a failure, in both runners', () => {
  expect(
    countVitest({
      numPassedTests: 7,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [],
    }),
  ).toEqual({ passed: 7, failed: 2, remarks: [] });
  expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 } })).toEqual({
    passed: 3,
    failed: 1,
    remarks: [],
  });
});

test('a test file that cannot be loaded is a failure', () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [file('failed')] })).toEqual({
    passed: 7,
    failed: 1,
    remarks: [],
  });
});

test('a journey that passes only when tried again has passed and is told of, a failed one with what it saw', () => {
  const spec = (title: string, status: string, message?: string) => ({
    title,
    file: 'a.spec.ts',
    line: 7,
    tests: [
      {
        status,
        results: [
          { errors: message ? [{ message }] : [], stderr: message ? [{ text: 'it said so\n' }] : [] },
        ],
      },
    ],
  });
  expect(
    countPlaywright({
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [{ message: 'outside of journeys' }],
      suites: [
        {
          specs: [spec('first', 'expected'), spec('second', 'flaky', 'late')],
          suites: [{ specs: [spec('third', 'unexpected', '\u001b[31mnot there\u001b[39m')] }],
        },
      ],
    }),
  ).toEqual({
    passed: 2,
    failed: 2,
    remarks: [
      'a.spec.ts:7 second: passed when tried again\n    late\n    it said so',
      'a.spec.ts:7 third: unexpected\n    not there\n    it said so',
      '    outside of journeys',
    ],
  });
});
