import { expect, test } from 'vitest';
import { complaintStates, isAnswerOwed, isComplaintActPossible } from './complaint';

test('SA-3: the time to answer runs until the client was answered, and again after a reopening', () => {
  expect(complaintStates.filter(isAnswerOwed)).toEqual(['received', 'inWork']);
});

test('a complaint is taken when it came, or when nobody answers for it and it is open', () => {
  const taken = (ownerId: string | null) =>
    complaintStates.filter((state) => isComplaintActPossible({ state, ownerId }, 'take'));
  expect(taken('sofia')).toEqual(['received']);
  expect(taken(null)).toEqual(['received', 'inWork', 'answered']);
});
