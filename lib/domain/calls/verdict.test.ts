import { expect, test } from 'vitest';
import { judgeCall } from './verdict';

const arrived = { type: 'call.arrived', at: 1000, admission: 'open' };
const anna = 'agent_anna_1';
const joined = { type: 'employee.joined', label: anna, at: 5000 };
const left = { type: 'employee.left', label: anna, at: 60_000 };
const ended = { type: 'call.completed', status: 'completed', at: 61_000 };

test('an answered call is judged alike in whatever order its facts were told', () => {
  const verdict = judgeCall([arrived, joined, left, ended]);
  expect(verdict).toEqual({
    outcome: 'answered',
    answeredAt: 5000,
    answeredLabel: anna,
    endedAt: 61_000,
    legs: { [anna]: { joinedAt: 5000, leftAt: 60_000 } },
  });
  expect(judgeCall([ended, left, joined, arrived])).toEqual(verdict);
});

test('who left the room was in it, although the join was never told', () => {
  expect(judgeCall([arrived, left, ended])).toMatchObject({ outcome: 'answered', answeredLabel: anna });
});

test('a phone that joined after its claim was over answers nothing', () => {
  const events = [arrived, joined, left, { type: 'waiting.lapsed', at: 50_000 }, ended];
  expect(judgeCall(events, new Set([anna]))).toMatchObject({ outcome: 'missed', answeredAt: null, legs: {} });
});

test('a phone that was not reached was not in the room, although it is said to have left', () => {
  const notReached = { type: 'employee.notReached', label: anna, at: 20_000, reason: 'completed' };
  expect(judgeCall([arrived, notReached, left, ended])).toMatchObject({ outcome: 'abandoned', legs: {} });
  expect(judgeCall([arrived, joined, left, notReached, ended])).toMatchObject({ outcome: 'answered' });
});

test('a phone that only rang answers nothing and was never in the room', () => {
  const progressed = { type: 'employee.legProgressed', label: anna, at: 2000, status: 'ringing' };
  const busy = { type: 'employee.notReached', label: anna, at: 3000, reason: 'busy' };
  expect(judgeCall([arrived, progressed, busy, ended])).toMatchObject({
    outcome: 'abandoned',
    answeredLabel: null,
    legs: {},
  });
});
