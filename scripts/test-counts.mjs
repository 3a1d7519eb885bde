// How many tests passed and failed, from the reports of the test runners. A test that was left out counts as failed.
import { stripVTControlCharacters } from 'node:util';

export function countVitest(report) {
  const left = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  const failed = report.numFailedTests + left;
  // A file that could not even be loaded has no tests to fail.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return { passed: report.numPassedTests, failed: failed + brokenFiles, remarks: [] };
}

/**
 * A journey that passed only when tried again has passed, and is told of.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: { message?: string }[], suites?: Suite[] }} report
 */
export function countPlaywright({ stats, errors = [], suites = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped + errors.length,
    remarks: [...suites.flatMap(remarksIn), ...errors.map((error) => firstLines(error))],
  };
}

/**
 * @typedef {{ title: string, file: string, line: number, tests: { status: string, results: { errors: { message?: string }[], stderr?: { text?: string }[] }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @param {Suite} suite
 * @returns {string[]}
 */
function remarksIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests.flatMap(({ status, results }) => {
      if (status === 'expected') return [];
      const error = results.flatMap(({ errors }) => errors)[0];
      const verdict = status === 'flaky' ? 'passed when tried again' : status;
      const said = results.flatMap(({ stderr = [] }) => stderr.map(({ text = '' }) => text)).join('');
      return [`${file}:${line} ${title}: ${verdict}\n${firstLines(error)}${said && `\n${indented(said)}`}`];
    }),
  );
  return [...own, ...suites.flatMap(remarksIn)];
}

/** @param {{ message?: string } | undefined} error */
const firstLines = (error) => indented((error?.message ?? '').split('\n').slice(0, 30).join('\n'));

/** @param {string} text */
const indented = (text) =>
  stripVTControlCharacters(text)
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
