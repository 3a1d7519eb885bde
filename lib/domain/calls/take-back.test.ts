import { describe, expect, test } from 'vitest';
import type { CallEvent, CallHappening } from './call-event';
import { beginCall, type FoldedCall, foldCall } from './fold-call';
import { mayTakeBack } from './take-back';
import { defaultCallTimes } from './times';

function callAfter(...events: CallHappening[]): FoldedCall {
  const input = { admission: 'open', clientDepartmentId: 'client', times: defaultCallTimes } as const;
  let call = beginCall({ ...input, arrivedAt: 1000 });
  for (const happening of events) {
    const kept = { snapshot: JSON.parse(JSON.stringify(call.snapshot)), machineVersion: 1 };
    const result = foldCall(kept, { ...happening, at: 1000, now: 1000 } as CallEvent);
    call = result.result === 'applied' ? result : { ...call, effects: [] };
  }
  return call;
}

const annaTalks: CallHappening[] = [
  { type: 'caller.joined', conferenceSid: 'CF1' },
  { type: 'employee.claimed', employeeId: 'anna', generation: 1 },
  { type: 'employee.joined', label: 'agent_anna_1', conferenceSid: 'CF1', legCallSid: 'CA2' },
];
const handsOver = { type: 'employee.handedOver', departmentId: 'sales', employeeId: null } as const;
const tookBack = { type: 'employee.tookBack', employeeId: 'anna', generation: 2 } as const;
const pavelClaims = { type: 'employee.claimed', employeeId: 'pavel', generation: 2 } as const;

describe('a hand-over that rings', () => {
  test('is taken back by whoever gave it: nothing rings, the call script hears of it, their phone is rung', () => {
    const call = callAfter(...annaTalks, handsOver, tookBack);
    expect(call).toMatchObject({
      phase: 'claimed',
      context: {
        claim: { employeeId: 'anna', label: 'agent_anna_2' },
        offered: { purpose: 'resume', departmentId: 'client', employeeId: 'anna' },
        goesOnAfter: 'handOver',
      },
    });
    expect(call.effects).toContainEqual({ type: 'failHandOver', reason: 'takenBack' });
    expect(call.effects).toContainEqual({ type: 'endOffers', outcome: 'withdrawn' });
    expect(call.effects).toContainEqual(expect.objectContaining({ type: 'join', label: 'agent_anna_2' }));
  });

  test('that is taken back is not the others’ any more, and one that was taken is not to be taken back', () => {
    expect(callAfter(...annaTalks, handsOver, tookBack, pavelClaims).context.claim?.employeeId).toBe('anna');
    expect(callAfter(...annaTalks, handsOver, pavelClaims, tookBack).context.claim?.employeeId).toBe('pavel');
  });

  test('is nobody else’s to take back, and a call that was never given away is nobody’s', () => {
    const stranger = callAfter(...annaTalks, handsOver, { ...tookBack, employeeId: 'boris' });
    expect(stranger).toMatchObject({ phase: 'handingOver', effects: [] });
    expect(callAfter(tookBack)).toMatchObject({ phase: 'ringing', effects: [] });
    expect(callAfter(...annaTalks, tookBack)).toMatchObject({ phase: 'talking', effects: [] });
    const { phase, context } = callAfter(...annaTalks, handsOver);
    expect(mayTakeBack('anna', phase, context)).toBe(true);
    expect(mayTakeBack('boris', phase, context)).toBe(false);
    expect(mayTakeBack('anna', 'claimed', context)).toBe(false);
  });
});
