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
  expect(countVitest(report)).toEqual({ passed: 7, failed: 2 });
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
  ).toEqual({ passed: 7, failed: 2 });
  expect(countPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 } })).toEqual({
    passed: 3,
    failed: 1,
  });
});

test('a test file that cannot be loaded is a failure', () => {
  expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [file('failed')] })).toEqual({
    passed: 7,
    failed: 1,
  });
});

test('a journey that passes only on the second attempt, and an error outside of journeys, are failures', () => {
  expect(
    countPlaywright({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [{ message: 'x' }],
    }),
  ).toEqual({ passed: 3, failed: 3 });
});
