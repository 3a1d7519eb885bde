import { expect, test } from 'vitest';
import { problemAnswer } from './problem-answer';

const failed = (details: object) => Object.assign(new Error('failed'), details);

test.each([
  ['a time-out', failed({ code: 'ETIMEDOUT' })],
  ['a connection that broke', failed({ code: 'ECONNRESET' })],
  ['an error of Twilio’s own', failed({ status: 500, code: 20500 })],
  ['an overloaded Twilio', failed({ status: 503 })],
])('%s leaves open what happened: only what is repeatable is sent again', (_, error) => {
  expect(problemAnswer(error, true).result).toBe('retry');
  expect(problemAnswer(error, false).result).toBe('unknown');
});

test.each([
  ['that is over', failed({ status: 400, code: 21220 }), 'gone'],
  ['that is not there', failed({ status: 404, code: 20404 }), 'gone'],
  ['for who is gone from the room', failed({ status: 400, code: 16022 }), 'gone'],
  ['of which there are too many', failed({ status: 429, code: 20429 }), 'retry'],
  ['for one call too many', failed({ status: 429, code: 10004 }), 'retry'],
  ['for one in a room too many', failed({ status: 429, code: 16021 }), 'retry'],
  ['for a label in use', failed({ status: 400, code: 16026 }), 'refused'],
  ['that never left this machine', failed({ code: 'ECONNREFUSED' }), 'retry'],
  ['that is wrong', failed({ status: 400, code: 21211 }), 'refused'],
] as const)('a request %s is the same for every command', (_, error, result) => {
  expect(problemAnswer(error, true).result).toBe(result);
  expect(problemAnswer(error, false).result).toBe(result);
});
