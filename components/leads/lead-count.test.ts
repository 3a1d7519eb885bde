import { expect, test } from 'vitest';
import { leadCount } from './lead-count';

const lead = (accept: boolean, isDeclinedByMe = false) => ({
  isDeclinedByMe,
  may: { accept, decline: accept, finish: false },
});

test('the entry «Лиды» counts what the person may still take', () => {
  expect(leadCount([lead(true), lead(true, true), lead(false)])).toBe(1);
  expect(leadCount(null)).toBe(0);
});
