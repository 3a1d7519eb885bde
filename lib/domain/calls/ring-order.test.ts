import { describe, expect, test } from 'vitest';
import { nextInTurn, type Turn } from './ring-order';

const person = (employeeId: string, turn: Partial<Turn> = {}): Turn => ({
  employeeId,
  ringing: 0,
  offersOfCall: 0,
  lastOfferedAt: null,
  idleSince: 0,
  ...turn,
});

describe('the order of ringing one after another', () => {
  test('longest idle: who has been without a call the longest', () => {
    const people = [
      person('anna', { idleSince: 300, lastOfferedAt: 1 }),
      person('boris', { idleSince: 100, lastOfferedAt: 2 }),
      person('clara', { idleSince: 200, lastOfferedAt: 3 }),
    ];
    expect(nextInTurn('longestIdle', people)).toBe('boris');
  });

  test('round robin: who was rung the longest ago, never rung first', () => {
    const people = [
      person('anna', { idleSince: 1, lastOfferedAt: 300 }),
      person('boris', { idleSince: 3, lastOfferedAt: 100 }),
      person('clara', { idleSince: 2, lastOfferedAt: 200 }),
    ];
    expect(nextInTurn('roundRobin', people)).toBe('boris');
    expect(nextInTurn('roundRobin', [...people, person('dina', { idleSince: 9 })])).toBe('dina');
  });

  test.each(['longestIdle', 'roundRobin'] as const)(
    '%s: nobody is rung again before the others, nor by two callers while another is free',
    (order) => {
      const rungOnce = person('anna', { offersOfCall: 1 });
      const later = person('boris', { idleSince: 500, lastOfferedAt: 500 });
      expect(nextInTurn(order, [rungOnce, later])).toBe('boris');
      expect(nextInTurn(order, [rungOnce, { ...later, ringing: 1 }])).toBe('anna');
    },
  );

  test('equals come in one order wherever they stand, and nobody is nobody', () => {
    expect(nextInTurn('roundRobin', [person('boris'), person('anna')])).toBe('anna');
    expect(nextInTurn('roundRobin', [])).toBeNull();
  });
});
