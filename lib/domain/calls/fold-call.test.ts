import { describe, expect, test } from 'vitest';
import type { CallInput, TalksTo } from './call-context';
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

  test.each(['blocked', 'closedHours', 'unheard'] as const)(
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

describe('a hold', () => {
  const holds = { type: 'employee.heldCaller' } as const;
  const resumes = { type: 'employee.resumedCaller' } as const;

  test('gives the caller music until the same person comes back, and counts from its beginning (S2)', () => {
    const held = callAfter(...talking, { ...holds, second: 7 });
    expect(held).toMatchObject({ phase: 'talking', context: { isHeld: true, heldSince: 8000 } });
    expect(held.effects).toEqual([{ type: 'hold', conferenceSid: 'CF1' }]);
    const back = callAfter(...talking, holds, resumes);
    expect(back).toMatchObject({ phase: 'talking', context: { isHeld: false, heldSince: null } });
    expect(back.effects).toEqual([{ type: 'unhold', conferenceSid: 'CF1' }]);
  });

  test('asked for twice, or ended twice, is ordered once', () => {
    expect(callAfter(...talking, holds, holds).effects).toEqual([]);
    expect(callAfter(...talking, holds, resumes, resumes).effects).toEqual([]);
    expect(callAfter(...talking, resumes).effects).toEqual([]);
  });

  test('of a call nobody talks to is not possible', () => {
    expect(callAfter(callerJoined, holds).effects).toEqual([]);
    expect(callAfter(callerJoined, annaClaims, holds).effects).toEqual([]);
  });

  test('the provider refused leaves the caller off hold, and a refused end of it on hold', () => {
    const refused = callAfter(...talking, holds, { type: 'call.notChanged', order: 'hold' });
    expect(refused.context).toMatchObject({ isHeld: false, heldSince: null });
    const stays = callAfter(...talking, holds, resumes, {
      type: 'call.notChanged',
      order: 'unhold',
      second: 9,
    });
    expect(stays.context).toMatchObject({ isHeld: true, heldSince: 10_000 });
  });

  test('that the provider refused brings whoever is asked for advice no further, and corrects who hears whom', () => {
    const asks = { type: 'consult.asked', departmentId: 'sales', employeeId: null } as const;
    const takesUp = { type: 'consult.claimed', employeeId: 'pavel', generation: 2 } as const;
    const label = 'agent_pavel_2';
    const joins = { type: 'employee.joined', label, conferenceSid: 'CF1', legCallSid: 'CA3' } as const;
    const notHeld = { type: 'call.notChanged', order: 'hold' } as const;
    for (const sofar of [[asks], [asks, takesUp]]) {
      const failed = callAfter(...talking, ...sofar, notHeld);
      expect(failed.context).toMatchObject({
        consult: null,
        consultFailed: { reason: 'cannotHold' },
        isHeld: false,
      });
    }
    const turns = (talksTo: TalksTo) => ({ type: 'consult.turned', talksTo }) as const;
    const notTurned = (order: 'hold' | 'unhold') => ({ type: 'consult.notTurned', label, order }) as const;
    const consulting = [...talking, asks, takesUp, joins];
    const talksTo = (...events: CallHappening[]) =>
      callAfter(...consulting, ...events).context.consult?.talksTo;
    expect(talksTo(notHeld)).toBe('everyone');
    expect(talksTo(turns('everyone'), { type: 'call.notChanged', order: 'unhold' })).toBe('colleague');
    expect(talksTo(turns('caller'), notTurned('hold'))).toBe('everyone');
    expect(talksTo(turns('caller'), turns('everyone'), notTurned('unhold'))).toBe('caller');
    const stuck = callAfter(
      ...consulting,
      turns('caller'),
      turns('everyone'),
      notTurned('unhold'),
      turns('everyone'),
    );
    expect(stuck.effects).toEqual([{ type: 'unhold', conferenceSid: 'CF1', label }]);
  });

  test('goes on through a hand-over, and whoever takes it is on the line off hold', () => {
    const call = callAfter(
      ...talking,
      holds,
      handsOver,
      { type: 'employee.claimed', employeeId: 'sergey', generation: 2 },
      { type: 'employee.joined', label: 'agent_sergey_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
    );
    expect(call.context).toMatchObject({ isHeld: false, heldSince: null });
    expect(typesOf(call)).toContain('unhold');
  });

  test('during which the employee’s line drops rings them again, and during which the caller hangs up ends', () => {
    const dropped = callAfter(...talking, holds, annaLeaves);
    expect(dropped).toMatchObject({ phase: 'ringing', context: { offered: { purpose: 'resume' } } });
    expect(callAfter(...talking, holds, { type: 'caller.left' })).toMatchObject({
      phase: 'ended',
      context: { endedBy: 'caller' },
    });
  });
});

describe('a microphone', () => {
  test('is switched off and on again, once each, and is on for the next person', () => {
    const muted = callAfter(...talking, { type: 'employee.muted' });
    expect(muted.effects).toEqual([{ type: 'mute', conferenceSid: 'CF1', label: anna }]);
    expect(callAfter(...talking, { type: 'employee.muted' }, { type: 'employee.muted' }).effects).toEqual([]);
    const on = callAfter(...talking, { type: 'employee.muted' }, { type: 'employee.unmuted' });
    expect(on.effects).toEqual([{ type: 'unmute', conferenceSid: 'CF1', label: anna }]);
    const again = callAfter(
      ...talking,
      { type: 'employee.muted' },
      annaLeaves,
      { type: 'employee.claimed', employeeId: 'anna', generation: 2 },
      { type: 'employee.joined', label: 'agent_anna_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
    );
    expect(again.context.isMuted).toBe(false);
  });

  test('that the provider would not switch is as it was', () => {
    const order = callAfter(
      ...talking,
      { type: 'employee.muted' },
      { type: 'call.notChanged', order: 'mute' },
    );
    expect(order.context.isMuted).toBe(false);
  });
});

describe('asking a colleague', () => {
  const asks = { type: 'consult.asked', departmentId: 'sales', employeeId: null } as const;
  const takesUp = { type: 'consult.claimed', employeeId: 'pavel', generation: 2 } as const;
  const pavel = 'agent_pavel_2';
  const pavelJoins = {
    type: 'employee.joined',
    label: pavel,
    conferenceSid: 'CF1',
    legCallSid: 'CA3',
  } as const;
  const pavelLeaves = { type: 'employee.left', label: pavel, endsCall: false } as const;
  const pavelBusy = { type: 'employee.notReached', label: pavel, reason: 'busy' } as const;
  const consulting = [...talking, asks, takesUp, pavelJoins];

  test('gives the caller music and rings the colleague, while the conversation stays whose it is (S4)', () => {
    const call = callAfter(...talking, { ...asks, second: 5 });
    expect(call).toMatchObject({ phase: 'talking', context: { isHeld: true, ownerId: 'anna' } });
    expect(call.effects).toEqual([
      { type: 'hold', conferenceSid: 'CF1' },
      expect.objectContaining({
        type: 'offer',
        round: 2,
        purpose: 'consult',
        departmentId: 'sales',
        endsAt: 31_000,
      }),
      { type: 'setDeadline', kind: 'consult', generation: 2, dueAt: 31_000 },
    ]);
  });

  test('rings the telephone of who takes it up into the same room, once', () => {
    const call = callAfter(...talking, asks, takesUp);
    expect(call.effects).toContainEqual(
      expect.objectContaining({ type: 'join', label: pavel, conferenceSid: 'CF1' }),
    );
    const second = callAfter(...talking, asks, takesUp, {
      type: 'consult.claimed',
      employeeId: 'boris',
      generation: 3,
    });
    expect(second.effects).toEqual([]);
    expect(callAfter(...consulting, pavelJoins).effects).toEqual([]);
  });

  test('leaves the caller to the colleague when it is completed, and the conversation to its owner (IN-6)', () => {
    const call = callAfter(...consulting, { type: 'consult.completed' });
    expect(call).toMatchObject({
      phase: 'talking',
      context: {
        claim: { employeeId: 'pavel' },
        ownerId: 'anna',
        isHandedOver: true,
        consult: null,
        isHeld: false,
      },
    });
    expect(call.effects).toEqual([
      { type: 'removeLeg', conferenceSid: 'CF1', label: anna },
      { type: 'unhold', conferenceSid: 'CF1' },
      { type: 'passOn', generation: 2, leavesConversation: true },
    ]);
    const late = callAfter(...consulting, { type: 'consult.completed' }, annaLeaves);
    expect(late).toMatchObject({ phase: 'talking', effects: [{ type: 'recordLeave' }] });
    const hangsUp = callAfter(...consulting, { type: 'consult.completed' }, annaLeaves, pavelLeaves);
    expect(typesOf(hangsUp)).toContain('endCall');
  });

  test('is not completed or turned before the colleague is on the line', () => {
    for (const events of [[asks], [asks, takesUp]]) {
      expect(callAfter(...talking, ...events, { type: 'consult.completed' }).effects).toEqual([]);
      expect(
        callAfter(...talking, ...events, { type: 'consult.turned', talksTo: 'everyone' }).effects,
      ).toEqual([]);
    }
  });

  test('brings the caller back when it is cancelled, whether the colleague rings, is being joined or talks', () => {
    const cancels = { type: 'consult.cancelled' } as const;
    const ringing = callAfter(...talking, asks, cancels);
    expect(typesOf(ringing)).toEqual(['endOffers', 'withdrawDeadlines', 'unhold']);
    const joining = callAfter(...talking, asks, takesUp, cancels);
    expect(typesOf(joining)).toEqual(['withdrawDeadlines', 'recordRelease', 'dropLeg', 'unhold']);
    const on = callAfter(...consulting, cancels);
    expect(on.effects).toEqual([
      { type: 'removeLeg', conferenceSid: 'CF1', label: pavel },
      { type: 'unhold', conferenceSid: 'CF1' },
    ]);
    expect(on.context).toMatchObject({ consult: null, isHeld: false, claim: { employeeId: 'anna' } });
    expect(callAfter(...talking, asks, takesUp, cancels, pavelJoins).effects).toEqual([
      { type: 'removeLeg', conferenceSid: 'CF1', label: pavel },
    ]);
  });

  test('turns to the caller, to all three and back, with music for whoever is left out', () => {
    const toCaller = callAfter(...consulting, { type: 'consult.turned', talksTo: 'caller' });
    expect(toCaller.effects).toEqual([
      { type: 'unhold', conferenceSid: 'CF1' },
      { type: 'hold', conferenceSid: 'CF1', label: pavel },
    ]);
    const toAll = callAfter(
      ...consulting,
      { type: 'consult.turned', talksTo: 'caller' },
      { type: 'consult.turned', talksTo: 'everyone' },
    );
    expect(toAll.effects).toEqual([{ type: 'unhold', conferenceSid: 'CF1', label: pavel }]);
    const back = callAfter(
      ...consulting,
      { type: 'consult.turned', talksTo: 'everyone' },
      { type: 'consult.turned', talksTo: 'colleague', second: 3 },
    );
    expect(back.effects).toEqual([{ type: 'hold', conferenceSid: 'CF1' }]);
    expect(back.context.heldSince).toBe(4000);
    const completed = callAfter(
      ...consulting,
      { type: 'consult.turned', talksTo: 'caller' },
      { type: 'consult.completed' },
    );
    expect(completed.effects).toContainEqual({ type: 'unhold', conferenceSid: 'CF1', label: pavel });
  });

  test.each([
    ['declined', [{ type: 'offer.declined', round: 2, managerIsFree: true }]],
    ['notTaken', [{ type: 'consult.lapsed', round: 2 }]],
    ['notReached', [takesUp, pavelBusy]],
    ['notReached', [takesUp, { type: 'claim.lapsed', generation: 2 }]],
    ['left', [takesUp, pavelJoins, pavelLeaves]],
    ['left', [takesUp, pavelJoins, { type: 'consult.left' }]],
    ['left', [takesUp, pavelLeaves]],
  ] as const)('that ends with %s leaves the caller on hold with whoever asked', (reason, events) => {
    const call = callAfter(...talking, asks, ...events);
    expect(call).toMatchObject({
      phase: 'talking',
      context: { consult: null, consultFailed: { reason }, isHeld: true, claim: { employeeId: 'anna' } },
    });
    const again = callAfter(...talking, asks, ...events, { type: 'employee.resumedCaller' });
    expect(again.context).toMatchObject({ consultFailed: null, isHeld: false });
  });

  test('is not ended by what is told of another round or claim', () => {
    for (const event of [
      { type: 'consult.lapsed', round: 1 },
      { type: 'consult.lapsed', round: 3 },
      { type: 'offer.declined', round: 1, managerIsFree: false },
      { type: 'claim.lapsed', generation: 1 },
    ] as const) {
      expect(callAfter(...talking, asks, event).effects).toEqual([]);
    }
    expect(callAfter(...talking, asks, takesUp, { type: 'consult.lapsed', round: 2 }).effects).toEqual([]);
    expect(callAfter(...consulting, { type: 'claim.lapsed', generation: 2 }).effects).toEqual([]);
  });

  test('is over for everybody when the caller hangs up in the middle', () => {
    expect(typesOf(callAfter(...talking, asks, completed))).toEqual([
      'endOffers',
      'withdrawDeadlines',
      'close',
    ]);
    expect(typesOf(callAfter(...talking, asks, takesUp, completed))).toContain('dropLeg');
    expect(typesOf(callAfter(...consulting, completed))).toEqual(['close']);
  });

  test('leaves the caller to the colleague on the line when whoever asked hangs up', () => {
    const call = callAfter(...consulting, annaLeaves);
    expect(call).toMatchObject({ phase: 'talking', context: { claim: { employeeId: 'pavel' } } });
    expect(typesOf(call)).toEqual(['recordLeave', 'unhold', 'passOn']);
  });

  test('rings nobody any more when the line of whoever asked drops before that', () => {
    const call = callAfter(...talking, asks, takesUp, annaLeaves);
    expect(call).toMatchObject({
      phase: 'ringing',
      context: { consult: null, offered: { employeeId: 'anna' } },
    });
    expect(typesOf(call)).toEqual(expect.arrayContaining(['dropLeg', 'recordRelease', 'hold', 'offer']));
  });

  test('ends when the call is handed over', () => {
    const call = callAfter(...consulting, handsOver);
    expect(call).toMatchObject({ phase: 'handingOver', context: { consult: null } });
    expect(call.effects).toContainEqual({ type: 'removeLeg', conferenceSid: 'CF1', label: pavel });
  });

  test('of whoever took the call over leaves the client manager’s conversation alone', () => {
    const call = callAfter(
      ...talking,
      handsOver,
      { type: 'employee.claimed', employeeId: 'sergey', generation: 2 },
      { type: 'employee.joined', label: 'agent_sergey_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
      asks,
      { ...takesUp, generation: 3 },
      { ...pavelJoins, label: 'agent_pavel_3' },
      { type: 'consult.completed' },
    );
    expect(call.effects).toContainEqual({ type: 'passOn', generation: 3, leavesConversation: false });
    expect(call.context).toMatchObject({ ownerId: 'anna', claim: { employeeId: 'pavel' } });
  });
});

describe('a transfer by who took the call over', () => {
  const taken = [
    ...talking,
    handsOver,
    { type: 'employee.claimed', employeeId: 'sergey', generation: 2 },
    { type: 'employee.joined', label: 'agent_sergey_2', conferenceSid: 'CF1', legCallSid: 'CA3' },
  ] as const;
  const transfers = {
    type: 'employee.transferred',
    departmentId: 'support',
    employeeId: null,
    fromDepartmentId: 'sales',
  } as const;

  test('holds the caller, lets them go and rings the others (S3)', () => {
    const call = callAfter(...taken, transfers);
    expect(call.phase).toBe('handingOver');
    expect(typesOf(call)).toEqual(['hold', 'removeLeg', 'offer', 'setDeadline']);
    expect(call.context.offered).toMatchObject({ purpose: 'handOver', departmentId: 'support' });
  });

  test('is not for the client manager, whose conversation the call script hands over', () => {
    expect(callAfter(...talking, transfers).effects).toEqual([]);
  });

  test('is no hang-up when their browser is gone: the caller waits with music for the same person, who keeps them (S8)', () => {
    const claims = { type: 'employee.claimed', employeeId: 'sergey', phoneKind: 'browser' } as const;
    const joins = taken[taken.length - 1] as Extract<(typeof taken)[number], { type: 'employee.joined' }>;
    const inBrowser = [...talking, handsOver, { ...claims, generation: 2 }, joins] as const;
    const left = { type: 'employee.left', label: 'agent_sergey_2', endsCall: true } as const;
    expect(typesOf(callAfter(...taken, left))).toContain('endCall');
    const lost = callAfter(...inBrowser, left);
    expect(typesOf(lost)).not.toContain('endCall');
    expect(lost).toMatchObject({ phase: 'ringing', context: { isHeld: true } });
    expect(lost.effects).toContainEqual(
      expect.objectContaining({
        type: 'offer',
        purpose: 'resume',
        employeeId: 'sergey',
        departmentId: 'sales',
      }),
    );
    const back = callAfter(
      ...inBrowser,
      left,
      { ...claims, generation: 3 },
      { ...joins, label: 'agent_sergey_3' },
    );
    expect(back).toMatchObject({ phase: 'talking', context: { ownerId: 'anna', isHandedOver: true } });
    expect(typesOf(back)).not.toContain('converse');
  });

  test('that is taken leaves the client manager’s conversation alone', () => {
    const call = callAfter(
      ...taken,
      transfers,
      { type: 'employee.claimed', employeeId: 'stepan', generation: 3 },
      { type: 'employee.joined', label: 'agent_stepan_3', conferenceSid: 'CF1', legCallSid: 'CA4' },
    );
    expect(call).toMatchObject({
      phase: 'talking',
      context: { ownerId: 'anna', isHandedOver: true, transferredBy: null },
    });
    expect(typesOf(call)).toEqual(expect.arrayContaining(['unhold', 'takeOver']));
    expect(typesOf(call)).not.toContain('answerHandOver');
  });

  test.each(['offer.lapsed', 'offer.declined'] as const)(
    'that ends with %s returns to whoever passed it on, then to the client department (IN-10)',
    (type) => {
      const back = callAfter(...taken, transfers, { type, round: 3, managerIsFree: true });
      expect(back.effects).toContainEqual(
        expect.objectContaining({
          type: 'offer',
          purpose: 'resume',
          employeeId: 'sergey',
          departmentId: 'sales',
        }),
      );
      expect(typesOf(back)).not.toContain('failHandOver');
      const away = callAfter(...taken, transfers, { type, round: 3, managerIsFree: false });
      expect(away.context.offered).toMatchObject({ purpose: 'inbound', departmentId: 'client' });
      const again = callAfter(
        ...taken,
        transfers,
        { type, round: 3, managerIsFree: true },
        { type: 'employee.claimed', employeeId: 'sergey', generation: 3 },
        { type: 'employee.joined', label: 'agent_sergey_3', conferenceSid: 'CF1', legCallSid: 'CA4' },
      );
      expect(again.context).toMatchObject({ ownerId: 'anna', isHandedOver: true });
      expect(typesOf(again)).not.toContain('converse');
    },
  );
});

describe('an outside number', () => {
  const dials = { type: 'consult.dialled', number: '+79131112233', generation: 2 } as const;
  const label = 'ext_2';
  const rings = { type: 'outside.rings', label, legCallSid: 'CA9' } as const;
  const joins = { type: 'outside.joined', label, conferenceSid: 'CF1', legCallSid: 'CA9' } as const;
  const leaves = { type: 'outside.left', label } as const;

  test('is rung into the room while the caller hears music', () => {
    const call = callAfter(...talking, dials);
    expect(call.effects).toEqual([
      { type: 'hold', conferenceSid: 'CF1' },
      { type: 'setDeadline', kind: 'claim', generation: 2, dueAt: 36_000 },
      { type: 'dial', conferenceSid: 'CF1', label, number: '+79131112233', timeoutSeconds: 25 },
    ]);
  });

  test.each([
    ['busy', 'busy'],
    ['no-answer', 'noAnswer'],
    ['failed', 'cannotDial'],
    ['refused', 'cannotDial'],
  ] as const)('that is %s leaves the caller held and says why', (reason, told) => {
    const call = callAfter(...talking, dials, rings, { type: 'outside.notReached', label, reason });
    expect(call).toMatchObject({
      phase: 'talking',
      context: { isHeld: true, consult: null, consultFailed: { reason: told, number: '+79131112233' } },
    });
  });

  test('rings no more when it is cancelled, too late, or the caller hangs up', () => {
    for (const event of [
      { type: 'consult.cancelled' },
      { type: 'claim.lapsed', generation: 2 },
      completed,
    ] as const) {
      const call = callAfter(...talking, dials, rings, event);
      expect(call.effects).toContainEqual({ type: 'endLeg', callSid: 'CA9' });
    }
  });

  test('talks with both, then has the caller alone, and ends the call by hanging up', () => {
    const three = callAfter(...talking, dials, joins, { type: 'consult.turned', talksTo: 'everyone' });
    expect(three.effects).toEqual([{ type: 'unhold', conferenceSid: 'CF1' }]);
    const left = callAfter(...talking, dials, rings, joins, { type: 'consult.completed' });
    expect(left).toMatchObject({
      phase: 'talking',
      context: { claim: null, outside: { label, number: '+79131112233' }, ownerId: 'anna' },
    });
    expect(typesOf(left)).toEqual(['removeLeg', 'unhold', 'passOn']);
    const events = [...talking, dials, rings, joins, { type: 'consult.completed' }, annaLeaves] as const;
    expect(callAfter(...events, { type: 'employee.heldCaller' }).effects).toEqual([]);
    expect(callAfter(...events, joins).effects).toEqual([]);
    expect(typesOf(callAfter(...events, leaves))).toContain('endCall');
  });

  test('that hangs up during the talk leaves the caller held; one that joins too late is taken out', () => {
    expect(callAfter(...talking, dials, joins, leaves).context).toMatchObject({
      isHeld: true,
      consultFailed: { reason: 'left' },
    });
    expect(callAfter(...talking, dials, { type: 'consult.cancelled' }, joins).effects).toEqual([
      { type: 'removeLeg', conferenceSid: 'CF1', label },
    ]);
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
  test('that began before the machine knew of holds and advice goes on', () => {
    const begun = callAfter(...talking);
    const { heldSince, isMuted, consult, consultFailed, ...context } = begun.context;
    const kept = { snapshot: { ...(begun.snapshot as object), context }, machineVersion: 1 };
    const event = { type: 'consult.cancelled', at: 1, now: 1 } as const;
    expect(foldCall(kept, event)).toEqual({ result: 'ignored' });
    expect(foldCall(kept, { ...event, type: 'employee.heldCaller' })).toMatchObject({ result: 'applied' });
  });

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
