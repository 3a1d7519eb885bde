import type { CallView } from '@/lib/domain/calls/call-view';
import type { Faults } from '@/scripts/line-simulator/line/faults.ts';
import { expect } from './console';
import type { Line, LineCall } from './line';
import type { Person } from './person';
import { nothingWritten, type Written } from './records';
import { goodbye, type Team, test, wholeCommercial } from './team';

const commercial: Written = {
  reactions: ['incomingCall commercial'],
  nextReactions: ['sales gromov'],
  appeals: 1,
  counterparties: 1,
  leads: 1,
};

let lastCaller = 0;
const newCaller = () => `+7384259${String(++lastCaller).padStart(4, '0')}`;

type Fault = { [Kind in keyof Faults]?: Partial<Faults[Kind]> };
const callbacks = (effect: 'duplicate' | 'reorder' | 'delay', more: object = {}): Fault => ({
  callbacks: [{ kind: 'all', effect, times: null, ...more }],
});
const drop = (kind: string): Fault => ({ callbacks: [{ kind, effect: 'drop', times: 1 }] });
const rest = (match: string, effect: '429' | '500' | 'timeout' | 'lost-answer'): Fault => ({
  rest: [{ match, effect, times: 1 }],
});

/** Every telephone call the line placed to this desk phone; each rings it once. */
const ringsOf = async (line: Line, phone: string) =>
  (await line.calls()).filter(({ to, sid }) => to === phone && sid).length;

const isOver = async (line: Line, call: LineCall, person: Person, callId: string): Promise<CallView> => {
  await expect.poll(async () => (await line.callOf(call.sid)).hasEnded, { timeout: 30_000 }).toBe(true);
  await expect.poll(async () => (await person.call(callId)).phase, { timeout: 30_000 }).toBe('ended');
  return person.call(callId);
};

/** IN-2 from the ring to the sales manager on the line. */
async function leadsToSales(line: Line, team: Team, between?: () => Promise<unknown>) {
  const manager = team.managers.kotov;
  const call = await line.call({ from: newCaller() });
  const { id: callId } = await manager.offeredFrom(call.from);
  await manager.answers(callId);
  await between?.();
  await manager.say(callId, ...wholeCommercial, goodbye);
  await team.sales.offeredFrom(call.from);
  await team.sales.answers(callId);
  await expect.poll(async () => (await line.callOf(call.sid)).hold, { timeout: 30_000 }).toBe(false);
  return { manager, call, callId };
}

test.describe('IN-2 from ring to hand-over', () => {
  const faults: [string, Fault][] = [
    ['every callback comes three times', callbacks('duplicate', { copies: 3, token: 'none' })],
    ['callbacks overtake each other', callbacks('reorder')],
    ['every callback is late', callbacks('delay', { delayMs: 1500 })],
    ['the start of the room is never told', drop('conference-start')],
    ['a leg never tells that it was answered', drop('answered')],
    ['the line is asked too much when the phone is to be rung', rest('POST /Participants.json', '429')],
    ['the line fails when the phone is to be rung', rest('POST /Participants.json', '500')],
    ['the answer to the ringing of a phone is lost', rest('POST /Participants.json', 'lost-answer')],
  ];
  for (const [what, fault] of faults) {
    test(`although ${what}`, async ({ line, team }) => {
      await line.setFaults(fault);
      const { manager, call, callId } = await leadsToSales(line, team);
      expect(await ringsOf(line, manager.phone)).toBe(1);
      expect(await ringsOf(line, team.sales.phone)).toBe(1);
      expect(await line.faultsLeft()).toEqual([]);
      await line.hangUp(call.sid);
      const view = await isOver(line, call, manager, callId);
      expect(view.conversation?.step.name).toBe('handedOver');
      expect(view.troubles).toEqual([]);
      expect(team.records.ofCall(callId)).toEqual(commercial);
    });
  }

  const behindTheTalk: [string, Fault][] = [
    ['the line fails to play the music', rest('POST', '500')],
    ['the answer to the music is lost', rest('POST', 'lost-answer')],
    ['the manager cannot be put out of the room at first', rest('DELETE', '500')],
    ['the answer to putting the manager out is lost', rest('DELETE', 'lost-answer')],
    ['the line is asked too much', rest('all', '429')],
  ];
  for (const [what, fault] of behindTheTalk) {
    test(`although ${what} at the goodbye`, async ({ line, team }) => {
      const { manager, call, callId } = await leadsToSales(line, team, () => line.setFaults(fault));
      expect(await ringsOf(line, manager.phone)).toBe(1);
      expect(await ringsOf(line, team.sales.phone)).toBe(1);
      expect(await line.faultsLeft()).toEqual([]);
      await line.hangUp(call.sid);
      const view = await isOver(line, call, manager, callId);
      expect(view.troubles).toEqual([]);
      expect(team.records.ofCall(callId)).toEqual(commercial);
    });
  }
});

for (const mode of ['busy', 'no-answer'] as const) {
  test(`a phone that is ${mode} frees the call for the others, and rings nobody twice for it`, async ({
    line,
    team,
  }) => {
    const { sidorova, kotov } = team.managers;
    await line.setPhone(sidorova.phone, { mode: 'manual' });
    const call = await line.call({ from: newCaller() });
    const { id: callId } = await sidorova.offeredFrom(call.from);
    await sidorova.done('POST', `/calls/${callId}/claim`);
    await expect.poll(async () => (await line.phone(sidorova.phone)).state).toBe('ringing');
    await line.operatePhone(sidorova.phone, mode);
    await expect.poll(async () => (await sidorova.call(callId)).phase).toBe('ringing');
    await kotov.offeredFrom(call.from);
    await kotov.answers(callId);
    expect(await ringsOf(line, sidorova.phone)).toBe(1);
    expect(await ringsOf(line, kotov.phone)).toBe(1);
    await line.hangUp(call.sid);
    await isOver(line, call, kotov, callId);
    expect(team.records.ofCall(callId)).toEqual(nothingWritten);
  });
}

for (const dialActionAfterCallerHangUp of [true, false]) {
  for (const conferenceEndWithoutStart of [true, false]) {
    const told = [
      dialActionAfterCallerHangUp ? 'the room is asked about' : 'the room is not asked about',
      conferenceEndWithoutStart ? 'the end of an idle room is told' : 'the end of an idle room is not told',
    ].join(' and ');
    test(`a caller who hangs up at any moment leaves a call that is over: ${told}`, async ({
      line,
      team,
    }) => {
      await line.setFaults({ behaviours: { dialActionAfterCallerHangUp, conferenceEndWithoutStart } });
      const { belkina: manager } = team.managers;
      await line.setPhone(manager.phone, { mode: 'manual' });
      const arrives = async () => {
        const call = await line.call({ from: newCaller() });
        return { call, callId: (await manager.offeredFrom(call.from)).id };
      };

      const ringing = await arrives();
      await line.hangUp(ringing.call.sid);
      await isOver(line, ringing.call, manager, ringing.callId);

      const claimed = await arrives();
      await manager.done('POST', `/calls/${claimed.callId}/claim`);
      await expect.poll(async () => (await line.phone(manager.phone)).state).toBe('ringing');
      await line.hangUp(claimed.call.sid);
      await isOver(line, claimed.call, manager, claimed.callId);
      await expect.poll(async () => (await line.phone(manager.phone)).state).toBe('idle');

      await line.setPhone(manager.phone, { mode: 'auto' });
      const talking = await arrives();
      await manager.answers(talking.callId);
      await manager.say(talking.callId, ...wholeCommercial);
      await line.hangUp(talking.call.sid);
      const unfinished = await isOver(line, talking.call, manager, talking.callId);
      expect(unfinished.unfinishedSince).not.toBeNull();
      await manager.say(talking.callId, goodbye);
      expect(team.records.ofCall(talking.callId)).toEqual({ ...commercial, nextReactions: ['sales'] });

      const handingOver = await arrives();
      await manager.answers(handingOver.callId);
      await manager.say(handingOver.callId, ...wholeCommercial, goodbye);
      await team.sales.offeredFrom(handingOver.call.from);
      await line.hangUp(handingOver.call.sid);
      const left = await isOver(line, handingOver.call, manager, handingOver.callId);
      expect(left.conversation?.step.name).toBe('callerLeftWaiting');
      expect(team.records.ofCall(handingOver.callId)).toEqual({ ...commercial, nextReactions: ['sales'] });
      for (const { callId } of [ringing, claimed, talking, handingOver]) {
        expect((await manager.call(callId)).troubles).toEqual([]);
      }
      expect(await ringsOf(line, manager.phone)).toBe(3);
    });
  }
}

for (const isSo of [false, true]) {
  const told = isSo
    ? 'who is left alone in a room hears music by itself, and requests for music name the call'
    : 'who is left alone in a room hears nothing by itself, and requests for music do not name the call';
  test(`a caller whose employee's telephone drops hears our music and is taken up again: ${told}`, async ({
    line,
    team,
  }) => {
    await line.setFaults({ behaviours: { musicWhenLeftAlone: isSo, musicRequestsNameCall: isSo } });
    const { orlova: manager } = team.managers;
    const call = await line.call({ from: newCaller() });
    const { id: callId } = await manager.offeredFrom(call.from);
    const hears = async () => (await line.callOf(call.sid)).hears?.text ?? '';
    await expect.poll(hears).not.toBe('');
    await manager.answers(callId);
    await line.operatePhone(manager.phone, 'hang-up');
    await expect.poll(async () => (await line.callOf(call.sid)).hold).toBe(true);
    await expect.poll(hears).toMatch(/Пожалуйста, оставайтесь на линии|hold\.wav/);
    await manager.offeredFrom(call.from);
    await manager.answers(callId);
    await expect.poll(async () => (await line.callOf(call.sid)).hold).toBe(false);
    expect((await line.callOf(call.sid)).debugger).toEqual([]);
    await line.hangUp(call.sid);
    expect((await isOver(line, call, manager, callId)).troubles).toEqual([]);
  });
}

for (const ringingCallsCount of [true, false]) {
  const told = ringingCallsCount ? 'one that rings counts' : 'one that rings does not count';
  test(`a telephone that cannot be rung while there are too many calls is rung as soon as it can be: ${told}`, async ({
    line,
    team,
  }) => {
    await line.setFaults({ behaviours: { callsAtOnce: 3, ringingCallsCount } });
    const { kotov, sidorova } = team.managers;
    await line.setPhone(kotov.phone, { mode: 'manual' });
    const one = await line.call({ from: newCaller() });
    const two = await line.call({ from: newCaller() });
    const { id: oneId } = await kotov.offeredFrom(one.from);
    await kotov.done('POST', `/calls/${oneId}/claim`);
    await expect.poll(async () => (await line.phone(kotov.phone)).state).toBe('ringing');

    const { id: twoId } = await sidorova.offeredFrom(two.from);
    await sidorova.done('POST', `/calls/${twoId}/claim`);
    if (ringingCallsCount) {
      await expect
        .poll(async () => (await sidorova.call(twoId)).troubles)
        .toMatchObject([{ type: 'join', state: 'pending' }]);
      expect((await line.callOf(two.sid)).hasEnded).toBe(false);
      await line.hangUp(one.sid);
    }
    await expect.poll(async () => (await sidorova.call(twoId)).phase, { timeout: 30_000 }).toBe('talking');
    expect(await ringsOf(line, sidorova.phone)).toBe(1);
    if (!ringingCallsCount) await line.hangUp(one.sid);
    await isOver(line, one, kotov, oneId);
    await line.hangUp(two.sid);
    expect((await isOver(line, two, sidorova, twoId)).troubles).toEqual([]);
  });
}
