import { parseTwiml, TwimlError } from '@/scripts/line-simulator/twiml/twiml-document';
import { type Check, type Evidence, isOk, type Violation } from './evidence';

/** I10: whatever the line is told to do is well-formed TwiML that it knows. */
export const isTwiml: Check = ({ history }) => {
  const violations: Violation[] = [];
  const seen = new Set<string>();
  for (const entry of history) {
    if (entry.kind !== 'webhook' || !isOk(entry.status) || entry.status === 204) continue;
    if (seen.has(entry.body)) continue;
    seen.add(entry.body);
    const what = problemOf(entry.body);
    if (what) violations.push({ invariant: 'I10', what: `${entry.path}: ${what}` });
  }
  return violations;
};

function problemOf(body: string): string | null {
  try {
    const { warnings } = parseTwiml(body);
    return warnings.length > 0 ? warnings.map(({ message }) => message).join('; ') : null;
  } catch (error) {
    if (!(error instanceof TwimlError)) throw error;
    return `${error.message}: ${body.slice(0, 200)}`;
  }
}

/** What a fault of ours makes the console's log say. */
const expected = [
  'database is locked',
  'the process died',
  'Too Many Requests',
  'Internal Server Error',
  'concurrency limit',
  'socket hang up',
  'timeout of 10000ms exceeded',
  'Call concurrency limit exceeded',
];

/** I10: nothing fails that no fault made fail: no 5xx, no error in the log. */
export const nothingBreaks: Check = ({ history }: Evidence) => {
  const hasLock = history.some((entry) => entry.kind === 'fault' && entry.what.startsWith('database locked'));
  const isExpected = (text: string) =>
    expected.some((part) => text.includes(part)) || (hasLock && /^POST .*: 500/.test(text));
  const complaints = history.filter((entry) => entry.kind === 'process' && entry.what === 'complained');
  const broken: Violation[] = complaints
    .map((entry) => (entry.kind === 'process' ? entry.text : ''))
    .filter((text) => !isExpected(text))
    .map((text) => ({ invariant: 'I10', what: `the log says: ${text.slice(0, 1500)}` }));
  for (const entry of history) {
    if (entry.kind === 'webhook' && entry.status !== null && !isOk(entry.status) && !hasLock) {
      broken.push({ invariant: 'I10', what: `${entry.path} was answered ${entry.status}` });
    }
    if (entry.kind === 'request' && entry.status !== null && entry.status >= 500 && !hasLock) {
      broken.push({ invariant: 'I10', what: `${entry.method} ${entry.path} was answered ${entry.status}` });
    }
  }
  return broken;
};
