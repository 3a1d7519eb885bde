import { describe, expect, test } from 'vitest';
import { undoableChange } from './undoable-change';

const next = { id: 'next', lead: null };
const lead = { ...next, lead: { id: 'lead', acceptedAt: 1 } };

describe('the way back from a change of one next reaction', () => {
  test('names it in the version that the change made', () => {
    for (const verb of ['postpone', 'hand-over', 'close'] as const) {
      expect(undoableChange(next, verb, { version: 3 })).toEqual([{ id: 'next', version: 4 }]);
    }
  });

  test('is not offered for what became of a lead, but for its postponing', () => {
    expect(undoableChange(lead, 'hand-over', { version: 3 })).toBeNull();
    expect(undoableChange(lead, 'close', { version: 3 })).toBeNull();
    expect(undoableChange(lead, 'postpone', { version: 3 })).not.toBeNull();
  });

  test('is not offered for a missed caller who was called back', () => {
    const missed = { version: 1, outcome: 'calledBack' };
    expect(undoableChange(next, 'close', missed)).toBeNull();
    expect(undoableChange(next, 'close', { version: 1, outcome: 'closed' })).not.toBeNull();
  });
});
