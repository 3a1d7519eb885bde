import { describe, expect, test } from 'vitest';
import type { CallEvent, CallHappening } from './call-event';
import { beginCall, type FoldedCall, foldCall } from './fold-call';
import { defaultCallTimes } from './times';

function callAfter(...events: (CallHappening & { second: number })[]): FoldedCall {
  let call = beginCall({
    admission: 'open',
    clientDepartmentId: 'client',
    times: defaultCallTimes,
    overflow: { departmentId: 'sales', seconds: 20 },
    arrivedAt: 0,
  });
  for (const { second, ...happening } of events) {
    const kept = { snapshot: JSON.parse(JSON.stringify(call.snapshot)), machineVersion: 1 };
    const result = foldCall(kept, { ...happening, at: second * 1000, now: second * 1000 } as CallEvent);
    call = result.result === 'applied' ? result : { ...call, effects: [] };
  }
  return call;
}

const lapse = (second: number) => ({ type: 'overflow.lapsed', round: 1, second }) as const;
const joined = { type: 'caller.joined', conferenceSid: 'CF1', second: 1 } as const;
const claimed = (second: number, generation = 1) =>
  ({ type: 'employee.claimed', employeeId: 'anna', generation, second }) as const;
const deadlinesOf = ({ effects }: FoldedCall) =>
  effects.filter((effect) => effect.type === 'setDeadline' && effect.kind === 'overflow');

describe('a caller who waits for their department', () => {
  test('is offered to the other one besides when its time has come, once and not before (IN-11)', () => {
    expect(deadlinesOf(callAfter())).toMatchObject([{ dueAt: 20_000 }]);
    expect(callAfter(lapse(19))).toMatchObject({ context: { overflowsTo: null }, effects: [] });
    const overflown = callAfter(lapse(20));
    expect(overflown).toMatchObject({
      phase: 'ringing',
      context: { overflowsTo: 'sales', offered: { round: 1, departmentId: 'client' } },
    });
    expect(overflown.effects).toEqual([expect.objectContaining({ type: 'offer', round: 1, endsAt: 30_000 })]);
    expect(callAfter(lapse(20), lapse(21)).effects).toEqual([]);
  });

  test('stays with both in the next rounds, and when a telephone was not answered', () => {
    const anew = callAfter(lapse(20), { type: 'offer.lapsed', round: 1, managerIsFree: false, second: 30 });
    expect(anew).toMatchObject({ context: { overflowsTo: 'sales', offered: { round: 2 } } });
    const lapsed = callAfter(joined, lapse(20), claimed(22), {
      type: 'claim.lapsed',
      generation: 1,
      second: 52,
    });
    expect(lapsed).toMatchObject({ phase: 'ringing', context: { overflowsTo: 'sales' } });
    expect(deadlinesOf(lapsed)).toEqual([]);
  });

  test('has waited while somebody’s telephone was rung in vain', () => {
    const call = callAfter(joined, claimed(5), { type: 'claim.lapsed', generation: 1, second: 35 });
    expect(deadlinesOf(call)).toMatchObject([{ dueAt: 35_000 }]);
  });

  test('is nobody’s besides while somebody talks, and waits anew after a hand-over that failed', () => {
    const talks = [
      joined,
      lapse(20),
      claimed(21),
      { type: 'employee.joined', label: 'agent_anna_1', conferenceSid: 'CF1', legCallSid: 'CA2', second: 25 },
    ] as const;
    expect(callAfter(...talks, lapse(40)).effects).toEqual([]);
    const back = callAfter(
      ...talks,
      { type: 'employee.handedOver', departmentId: 'support', employeeId: null, second: 50 },
      { type: 'offer.declined', round: 2, managerIsFree: false, second: 60 },
    );
    expect(back).toMatchObject({ phase: 'ringing', context: { overflowsTo: null } });
    expect(deadlinesOf(back)).toMatchObject([{ dueAt: 80_000 }]);
  });
});
