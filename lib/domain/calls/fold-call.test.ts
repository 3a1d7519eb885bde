import { describe, expect, test } from 'vitest';
import type { CallInput } from './call-context';
import type { CallEvent, CallHappening } from './call-event';
import { beginCall, type FoldedCall, foldCall } from './fold-call';
import { callTimesSchema, defaultCallTimes, ringSecondsOf } from './times';

const input: CallInput = {
  admission: 'open',
  clientDepartmentId: 'client',
  times: defaultCallTimes,
  arrivedAt: 1000,
};

function callAfter(...events: (CallHappening & { second?: number })[]): FoldedCall {
  let call = beginCall(input);
  for (const { second = 0, ...happening } of events) {
    const at = 1000 + second * 1000;
    const kept = { snapshot: JSON.parse(JSON.stringify(call.snapshot)), machineVersion: 1 };
    const result = foldCall(kept, { ...happening, at, now: at } as CallEvent);
    call = result.result === 'applied' ? result : { ...call, effects: [] };
  }
  return call;
}

const typesOf = (call: FoldedCall) => call.effects.map((effect) => effect.type);
const anna = 'agent_anna_1';
const callerJoined = { type: 'caller.joined', conferenceSid: 'CF1' } as const;
const annaClaims = { type: 'employee.claimed', employeeId: 'anna', generation: 1 } as const;
const annaJoins = { type: 'employee.joined', label: anna, conferenceSid: 'CF1', legCallSid: 'CA2' } as const;
const annaLeaves = { type: 'employee.left', label: anna, endsCall: false } as const;
const handsOver = { type: 'employee.handedOver', departmentId: 'sales', employeeId: null } as const;
const completed = { type: 'call.completed', status: 'completed' } as const;
const talking = [callerJoined, annaClaims, annaJoins];

describe('a call that arrives', () => {
  test('rings at the client department for a round, within the waiting time (IN-11)', () => {
    const call = beginCall(input);
    expect(call.phase).toBe('ringing');
    expect(call.effects).toEqual([
      expect.objectContaining({ type: 'offer', round: 1, departmentId: 'client', endsAt: 31_000 }),
      { type: 'setDeadline', kind: 'offer', generation: 1, dueAt: 31_000 },
      { type: 'setDeadline', kind: 'waiting', generation: 1, dueAt: 121_000 },
    ]);
  });

  test.each(['blocked', 'closedHours'] as const)(
    'that is %s is over at once and offered to nobody',
    (admission) => {
      const call = beginCall({ ...input, admission });
      expect(call.phase).toBe('ended');
      expect(typesOf(call)).toEqual(['close']);
    },
  );
});

describe('ringing', () => {
  test('a round that lapses makes the offer anew', () => {
    const call = callAfter({ type: 'offer.lapsed', round: 1, managerIsFree: false, second: 30 });
    expect(call.effects).toContainEqual(expect.objectContaining({ type: 'offer', round: 2, endsAt: 61_000 }));
  });

  test('the lapse of an old round does nothing', () => {
    expect(callAfter({ type: 'offer.lapsed', round: 7, managerIsFree: false }).effects).toEqual([]);
  });

  test('waiting too long ends the call with words (IN-11)', () => {
    const call = callAfter({ type: 'waiting.lapsed', second: 120 });
    expect(call).toMatchObject({ phase: 'ended', context: { endedBy: 'system', endedAt: 121_000 } });
    expect(typesOf(call)).toContain('apologise');
  });

  test('the end of waiting that comes too early is not believed', () => {
    expect(callAfter({ type: 'waiting.lapsed', second: 119 }).phase).toBe('ringing');
  });
});

describe('a claim', () => {
  test('joins the winner to the room and sets a lease', () => {
    const call = callAfter(callerJoined, annaClaims);
    expect(call.phase).toBe('claimed');
    expect(call.effects).toContainEqual({
      type: 'join',
      employeeId: 'anna',
      generation: 1,
      label: anna,
      conferenceSid: 'CF1',
      timeoutSeconds: 20,
    });
    expect(call.effects).toContainEqual(
      expect.objectContaining({ kind: 'claim', generation: 1, dueAt: 31_000 }),
    );
  });

  test('made before the room is known joins as soon as it is', () => {
    expect(typesOf(callAfter(annaClaims))).not.toContain('join');
    expect(typesOf(callAfter(annaClaims, callerJoined))).toContain('join');
  });

  test('rings the phone for less than its lease, whatever time is set', () => {
    for (const claimSeconds of [15, 600]) {
      const times = callTimesSchema.parse({ claimSeconds });
      expect(ringSecondsOf(times)).toBeGreaterThanOrEqual(5);
      expect(ringSecondsOf(times) + 5).toBeLessThan(claimSeconds);
    }
    expect(callTimesSchema.safeParse({ claimSeconds: 14 }).success).toBe(false);
  });

  test('rings the phone once, although the caller’s room is told of by another id', () => {
    const call = callAfter(callerJoined, annaClaims, { type: 'caller.joined', conferenceSid: 'CF2' });
    expect(call).toMatchObject({ phase: 'claimed', context: { conferenceSid: 'CF2' } });
    expect(typesOf(call)).not.toContain('join');
  });

  test('whose phone does not answer is released and the call offered anew', () => {
    const call = callAfter(callerJoined, annaClaims, {
      type: 'employee.notReached',
      label: anna,
      reason: 'busy',
    });
    expect(call).toMatchObject({ phase: 'ringing', context: { claim: null } });
    expect(typesOf(call)).toEqual(expect.arrayContaining(['recordRelease', 'dropLeg', 'offer']));
  });

  test('that lapses leaves the caller at least one more round of waiting', () => {
    const call = callAfter(
      { ...annaClaims, second: 110 },
      { type: 'claim.lapsed', generation: 1, second: 140 },
    );
    expect(call.context.waitingUntil).toBe(171_000);
  });

  test('of an older generation cannot lapse again', () => {
    const released = callAfter(annaClaims, { type: 'claim.lapsed', generation: 1 });
    expect(released.phase).toBe('ringing');
    const claimedAgain = callAfter(
      annaClaims,
      { type: 'claim.lapsed', generation: 1 },
      { type: 'employee.claimed', employeeId: 'boris', generation: 2 },
      { type: 'claim.lapsed', generation: 1 },
    );
    expect(claimedAgain.phase).toBe('claimed');
  });

  test('a leg of a released claim that joins all the same is taken out of the room', () => {
    const call = callAfter(callerJoined, annaClaims, { type: 'claim.lapsed', generation: 1 }, annaJoins);
    expect(call.phase).toBe('ringing');
    expect(call.effects).toEqual([{ type: 'removeLeg', conferenceSid: 'CF1', label: anna }]);
  });
});

describe('talking', () => {
  test('begins the conversation of the manager who joined', () => {
    const call = callAfter(...talking);
    expect(call).toMatchObject({ phase: 'talking', context: { ownerId: 'anna', answeredAt: 1000 } });
    expect(call.effects).toContainEqual({ type: 'converse', employeeId: 'anna', after: null });
  });

  test('an employee whose line drops is offered the caller again, who hears music meanwhile', () => {
    const call = callAfter(...talking, { ...annaLeaves, second: 5 });
    expect(call.phase).toBe('ringing');
    expect(call.effects).toContainEqual({ type: 'hold', conferenceSid: 'CF1' });
    expect(call.effects).toContainEqual(
      expect.objectContaining({ type: 'offer', purpose: 'resume', employeeId: 'anna', endsAt: 26_000 }),
    );
  });

  test('after a drop nobody takes up, the whole department is offered the call and waiting begins anew', () => {
    const call = callAfter(...talking, annaLeaves, {
      type: 'offer.lapsed',
      round: 2,
      managerIsFree: true,
      second: 20,
    });
    expect(call.context.offered).toMatchObject({ purpose: 'inbound', employeeId: null, round: 3 });
    expect(call.context.waitingUntil).toBe(141_000);
  });

  test('the same person who comes back goes on with the conversation off hold', () => {
    const call = callAfter(
      ...talking,
      annaLeaves,
      { type: 'employee.claimed', employeeId: 'anna', generation: 2 },
      { type: 'employee.joined', label: 'agent_anna_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
    );
    expect(call.effects).toContainEqual({ type: 'unhold', conferenceSid: 'CF1' });
    expect(call.effects).toContainEqual({ type: 'converse', employeeId: 'anna', after: 'drop' });
  });

  test('hanging up at the closing words ends the call', () => {
    const call = callAfter(...talking, { ...annaLeaves, endsCall: true });
    expect(call.phase).toBe('talking');
    expect(typesOf(call)).toContain('endCall');
    expect(typesOf(call)).not.toContain('hold');
  });

  test('a leave that is told before its join counts as both, and the late join as nothing', () => {
    const early = callAfter(callerJoined, annaClaims, annaLeaves);
    const inOrder = callAfter(callerJoined, annaClaims, annaJoins, annaLeaves);
    expect(early.phase).toBe('ringing');
    expect(early.context.goneLegs).toEqual(inOrder.context.goneLegs);
    expect(typesOf(early)).toEqual(expect.arrayContaining(['recordJoin', 'converse', 'hold', 'offer']));
    expect(callAfter(callerJoined, annaClaims, annaLeaves, annaJoins).effects).toEqual([]);
  });
});

describe('a hand-over', () => {
  test('holds the caller, lets the manager go and offers the call for its own time (IN-10)', () => {
    const call = callAfter(...talking, { ...handsOver, second: 60 });
    expect(call.phase).toBe('handingOver');
    expect(typesOf(call)).toEqual(['hold', 'removeLeg', 'offer', 'setDeadline']);
    expect(call.effects).toContainEqual(
      expect.objectContaining({ purpose: 'handOver', departmentId: 'sales', endsAt: 86_000 }),
    );
  });

  test('that is answered takes the caller off hold and tells the script', () => {
    const call = callAfter(
      ...talking,
      handsOver,
      annaLeaves,
      { type: 'employee.claimed', employeeId: 'sergey', generation: 2 },
      { type: 'employee.joined', label: 'agent_sergey_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
    );
    expect(call).toMatchObject({ phase: 'talking', context: { ownerId: 'anna', isHandedOver: true } });
    expect(typesOf(call)).toEqual(expect.arrayContaining(['unhold', 'answerHandOver']));
  });

  test('ends the call when the one who answered it hangs up', () => {
    const call = callAfter(
      ...talking,
      handsOver,
      { type: 'employee.claimed', employeeId: 'sergey', generation: 2 },
      { type: 'employee.joined', label: 'agent_sergey_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
      { type: 'employee.left', label: 'agent_sergey_2', endsCall: false },
    );
    expect(typesOf(call)).toContain('endCall');
  });

  test('nobody takes returns to the same manager when free, for one offer (IN-10)', () => {
    const call = callAfter(...talking, handsOver, {
      type: 'offer.lapsed',
      round: 2,
      managerIsFree: true,
      second: 25,
    });
    expect(call.phase).toBe('ringing');
    expect(typesOf(call)).toContain('failHandOver');
    expect(call.effects).toContainEqual(
      expect.objectContaining({ purpose: 'resume', employeeId: 'anna', endsAt: 56_000 }),
    );
  });

  test('nobody takes returns to the whole department when the manager is not free (IN-10)', () => {
    const call = callAfter(...talking, handsOver, { type: 'offer.lapsed', round: 2, managerIsFree: false });
    expect(call.context.offered).toMatchObject({ departmentId: 'client', employeeId: null });
  });

  test('declined by everyone returns without waiting for its time (IN-10)', () => {
    const call = callAfter(...talking, handsOver, { type: 'offer.declined', round: 2, managerIsFree: true });
    expect(call.effects).toContainEqual({ type: 'failHandOver', reason: 'declined' });
  });

  test('whose winner does not answer the phone is offered to the same department anew', () => {
    const call = callAfter(
      ...talking,
      handsOver,
      { type: 'employee.claimed', employeeId: 'sergey', generation: 2 },
      { type: 'employee.notReached', label: 'agent_sergey_2', reason: 'no-answer' },
    );
    expect(call).toMatchObject({ phase: 'handingOver', context: { offered: { departmentId: 'sales' } } });
  });

  test('that returned tells the next conversation so', () => {
    const call = callAfter(
      ...talking,
      handsOver,
      { type: 'offer.lapsed', round: 2, managerIsFree: true },
      { type: 'employee.claimed', employeeId: 'anna', generation: 2 },
      { type: 'employee.joined', label: 'agent_anna_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
    );
    expect(call.effects).toContainEqual({ type: 'converse', employeeId: 'anna', after: 'handOver' });
  });
});

describe('an end', () => {
  test.each([completed, { type: 'caller.left' }, { type: 'conference.ended' }] as const)(
    'is told by $type while ringing',
    (event) => {
      expect(callAfter(callerJoined, event)).toMatchObject({
        phase: 'ended',
        context: { endedBy: 'caller' },
      });
    },
  );

  test('while the winner is being called drops that leg', () => {
    expect(typesOf(callAfter(callerJoined, annaClaims, completed))).toEqual(
      expect.arrayContaining(['dropLeg', 'close']),
    );
  });

  test('is final: a late answer does not reopen a completed call', () => {
    expect(callAfter(callerJoined, annaClaims, completed, annaJoins)).toMatchObject({
      phase: 'ended',
      effects: [],
    });
  });

  test('ordered by the employee is the employee’s', () => {
    expect(callAfter(...talking, { type: 'employee.endedCall' }, completed).context.endedBy).toBe('employee');
  });
});

describe('hanging up', () => {
  const endsCall = { type: 'employee.endedCall' } as const;

  test('is ordered again when it is asked for again', () => {
    expect(typesOf(callAfter(...talking, endsCall))).toEqual(['endCall']);
    expect(typesOf(callAfter(...talking, endsCall, endsCall))).toEqual(['endCall']);
  });

  test('that the line refused leaves the call as it was: it can drop, and its end is the caller’s', () => {
    const refused = [...talking, endsCall, { type: 'call.notEnded' }] as const;
    expect(callAfter(...refused, completed).context.endedBy).toBe('caller');
    const dropped = callAfter(...refused, annaLeaves);
    expect(dropped.phase).toBe('ringing');
    expect(typesOf(dropped)).toContain('offer');
  });

  test('that the line refused after the employee left offers the caller to them again', () => {
    const left = callAfter(...talking, endsCall, annaLeaves);
    expect(left).toMatchObject({ phase: 'talking', context: { claim: { employeeId: 'anna' } } });
    const refused = callAfter(...talking, endsCall, annaLeaves, { type: 'call.notEnded' });
    expect(refused).toMatchObject({ phase: 'ringing', context: { claim: null } });
    expect(typesOf(refused)).toContain('offer');
  });
});

describe('a kept call', () => {
  test('that names a state unknown to the machine is unreadable, and nothing throws', () => {
    const event = { ...completed, at: 1, now: 1 };
    const kept = { ...(beginCall(input).snapshot as object), value: 'dreaming' };
    expect(foldCall({ snapshot: kept, machineVersion: 1 }, event).result).toBe('unreadable');
    expect(foldCall({ snapshot: null, machineVersion: 1 }, event).result).toBe('unreadable');
    expect(foldCall({ snapshot: 'x', machineVersion: 1 }, event).result).toBe('unreadable');
    expect(foldCall({ snapshot: {}, machineVersion: 1 }, event).result).toBe('unreadable');
    expect(foldCall({ snapshot: beginCall(input).snapshot, machineVersion: 9 }, event).result).toBe(
      'unreadable',
    );
  });
});
