import { describe, expect, test } from 'vitest';
import { listCallClaims } from '@/db/call-claims';
import { getCallScriptRun } from '@/db/call-scripts';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { SupervisionMode } from '@/lib/domain/calls/supervision';
import { claimCall } from '@/lib/operations/calls/claim-call';
import { completeConsult } from '@/lib/operations/calls/complete-consult';
import { consultColleague } from '@/lib/operations/calls/consult-colleague';
import { getCallView } from '@/lib/operations/calls/get-call';
import { holdCaller } from '@/lib/operations/calls/hold-caller';
import { listMyCalls } from '@/lib/operations/calls/list-my-calls';
import { reconcileCalls } from '@/lib/operations/calls/reconcile-calls';
import { reviewCall } from '@/lib/operations/calls/review-call';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { askForHelp } from './ask-for-help';
import { changeSupervision } from './change-supervision';
import { endSupervision } from './end-supervision';
import { listLiveCalls } from './list-live-calls';
import { superviseCall } from './supervise-call';
import { takeLiveCallOver } from './take-live-call-over';
import { withdrawHelp } from './withdraw-help';

const refusal = (reason: string) => ({ code: 'notPossibleNow', details: { reason } });

async function talking(dialect: Dialect) {
  const line = await openLine(dialect);
  await line.inBrowser('clara');
  await line.available('anna', 'boris', 'clara');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const employeeLeg = line.telephony.rooms.get(call.callId)!.legs.at(-1)!.callSid;
  const as = (name: TestName) => line.world.as(line.company.as(name));
  const { telephony } = line;
  return {
    line,
    call,
    employeeLeg,
    as,
    legs: () => telephony.rooms.get(call.callId)!.legs.map(({ label }) => label),
    view: (name: TestName) => getCallView(as(name), { callId: call.callId }),
    bar: async (name: TestName) => (await listMyCalls(as(name))).calls.find(({ id }) => id === call.callId),
    news: async (name: TestName) => (await listMyCalls(as(name))).supervisionNews,
    live: (name: TestName, show: 'all' | 'help' = 'all') => listLiveCalls(as(name), { show, limit: 50 }),
    /** Clara's browser comes into the conversation; returns what the line was answered. */
    async comesIn(mode: SupervisionMode = 'listen'): Promise<string> {
      const { generation } = await superviseCall(as('clara'), { callId: call.callId, mode });
      const twiml = await call.dialsIn('clara', { generation });
      await call.legJoins(`sup_clara_${generation}`, 'CA-clara');
      return twiml;
    },
    hears: (mode: SupervisionMode) =>
      telephony.sentOf('supervise').at(-1)?.mode === mode && telephony.sentOf('supervise').at(-1),
  };
}

describe.each(dialects)('a conversation supervised on %s', (dialect) => {
  test('is listened to by the head’s browser, muted, starting and ending no room (S5)', async () => {
    const { call, line, comesIn, view, bar } = await talking(dialect);
    const twiml = await comesIn();
    expect(twiml).toContain('participantLabel="sup_clara_2"');
    expect(twiml).toContain(
      'startConferenceOnEnter="false" endConferenceOnExit="false" beep="false" muted="true" waitUrl=""',
    );
    expect(twiml).not.toContain('coach=');
    const there = { employee: { id: 'clara' }, mode: 'listen', joinedAt: line.world.now(), refused: null };
    expect((await view('anna')).supervision).toMatchObject(there);
    expect(await bar('clara')).toMatchObject({
      supervision: there,
      browserLeg: { generation: 2, hasDialledIn: true },
      troubles: [],
    });
    await line.pass(60);
    expect((await call.row()).supervisedBy).toBe('clara');
    await call.expectPhase('talking');
  });

  test('is whispered into for the employee’s leg alone, and heard by both when they barge in (S5)', async () => {
    const { call, comesIn, employeeLeg, line } = await talking(dialect);
    expect(await comesIn('whisper')).toContain(`muted="false" coach="${employeeLeg}"`);
    await call.does('clara', changeSupervision, { mode: 'barge' });
    await call.does('clara', changeSupervision, { mode: 'barge' });
    await call.does('clara', changeSupervision, { mode: 'whisper' });
    await call.does('clara', changeSupervision, { mode: 'listen' });
    const { conferenceSid } = call;
    const order = { type: 'supervise', conferenceSid, label: 'sup_clara_2', coachCallSid: employeeLeg };
    expect(line.telephony.sentOf('supervise')).toEqual([
      { ...order, mode: 'barge', before: 'whisper' },
      { ...order, mode: 'whisper', before: 'barge' },
      { ...order, mode: 'listen', before: 'whisper' },
    ]);
  });

  test('rings the telephone of who has one, and lets a telephone that does not answer go', async () => {
    const { call, line, news, legs, as, employeeLeg } = await talking(dialect);
    await call.does('marina', superviseCall, { mode: 'whisper' });
    expect(line.telephony.sent.at(-1)).toMatchObject({
      type: 'joinSupervisor',
      label: 'sup_marina_2',
      mode: 'whisper',
      coachCallSid: employeeLeg,
    });
    await line.pass(30);
    expect((await call.row()).supervisedBy).toBeNull();
    expect(line.telephony.sent.at(-1)).toEqual({ type: 'endCall', callSid: 'CA-leg-2' });
    expect(await news('marina')).toMatchObject([{ what: 'notReached', employee: { id: 'anna' } }]);
    await call.does('marina', superviseCall, { mode: 'listen' });
    await call.legIs('busy', 'sup_marina_3');
    expect((await call.row()).supervisedBy).toBeNull();
    line.telephony.nextAnswers.push({ result: 'refused', problem: '400 13240' });
    await superviseCall(as('marina'), { callId: call.callId, mode: 'whisper' });
    await line.dispatch();
    expect((await call.row()).supervisedBy).toBeNull();
    expect(legs()).toContain('agent_anna_1');
  });

  test('has one supervisor at a time, and the other is told who it is', async () => {
    const { comesIn, as, call } = await talking(dialect);
    await comesIn();
    await expect(call.does('marina', superviseCall, { mode: 'listen' })).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'supervised', supervisor: 'Котова Клара' },
    });
    const again = await superviseCall(as('clara'), { callId: call.callId, mode: 'listen' });
    expect(again.generation).toBe(2);
  });

  test('is of their head and of whoever reviews everything; nobody supervises themselves', async () => {
    const { call, line } = await talking(dialect);
    for (const name of ['anna', 'boris', 'polina', 'sofia', 'alla'] as const) {
      await expect(call.does(name, superviseCall, { mode: 'listen' })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const ringing = await line.callerCalls({ from: '+79131112233' });
    await expect(ringing.does('gleb', superviseCall, { mode: 'listen' })).rejects.toMatchObject(
      refusal('nobodyTalks'),
    );
    await ringing.callerJoins();
    await claimCall(line.world.as(line.company.as('clara')), { callId: ringing.callId });
    await ringing.dialsIn('clara');
    await ringing.joins('clara');
    await expect(ringing.does('clara', superviseCall, { mode: 'listen' })).rejects.toMatchObject(
      refusal('onAnotherCall'),
    );
    await expect(call.does('clara', changeSupervision, { mode: 'barge' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(call.does('clara', takeLiveCallOver)).rejects.toMatchObject({ code: 'forbidden' });
    await call.callerHangsUp();
    await expect(call.does('gleb', superviseCall, { mode: 'listen' })).rejects.toMatchObject(
      refusal('nobodyTalks'),
    );
  });

  test('keeps other calls from whoever is in it, who reads what is written as long as that lasts', async () => {
    const { comesIn, line, call, view, as } = await talking(dialect);
    await comesIn();
    const other = await line.callerCalls({ from: '+79131112233' });
    expect(await other.offeredTo()).toEqual(['boris']);
    await expect(claimCall(as('clara'), { callId: other.callId })).rejects.toMatchObject(
      refusal('onAnotherCall'),
    );
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' });
    expect((await view('clara')).conversation?.step.name).not.toBe('greeting');
    await call.does('clara', endSupervision);
    expect(await other.offeredTo()).toEqual(['boris']);
    await line.pass(1);
    expect(await other.offeredTo()).toEqual(['boris', 'clara']);
  });

  test.each([
    ['refused', { result: 'refused', problem: '400 16027' }],
    ['too late', { result: 'gone', problem: '400 21220' }],
  ] as const)('whose order is %s is as before, and the supervisor alone is told', async (_, answer) => {
    const { comesIn, call, line, bar } = await talking(dialect);
    await comesIn();
    line.telephony.nextAnswers.push(answer);
    await call.does('clara', changeSupervision, { mode: 'whisper' });
    expect(await bar('clara')).toMatchObject({ supervision: { mode: 'listen', refused: 'whisper' } });
    expect(await bar('anna')).toMatchObject({ troubles: [] });
    await call.does('clara', changeSupervision, { mode: 'barge' });
    expect(await bar('clara')).toMatchObject({ supervision: { mode: 'barge', refused: null } });
  });

  test('ends for the supervisor with a word when it is handed over, and their leg leaves', async () => {
    const { comesIn, call, line, news } = await talking(dialect);
    await line.available('pavel');
    await comesIn();
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect(line.telephony.sentOf('removeLeg').map(({ label }) => label)).toEqual([
      'sup_clara_2',
      'agent_anna_1',
    ]);
    expect(await news('clara')).toMatchObject([{ what: 'handedOver' }]);
    await line.pass(130);
    expect(await news('clara')).toEqual([]);
  });

  test('ends likewise when the caller is left to a colleague', async () => {
    const { comesIn, call, line, news } = await talking(dialect);
    await line.available('pavel');
    await comesIn();
    await call.does('anna', consultColleague, { to: { kind: 'employee', employeeId: 'pavel' } });
    await call.claims('pavel');
    await line.dispatch();
    await call.joins('pavel');
    await call.does('anna', completeConsult);
    expect(await news('clara')).toMatchObject([{ what: 'handedOver' }]);
    expect(await call.row()).toMatchObject({ claimedBy: 'pavel', supervisedBy: null });
  });

  test('tells the supervisor that the employee’s line broke off, and that the call ended', async () => {
    const { comesIn, call, line, news } = await talking(dialect);
    await comesIn('whisper');
    await call.leaves('anna');
    await line.dispatch();
    await call.expectPhase('ringing');
    expect(line.telephony.sentOf('removeLeg')).toMatchObject([{ label: 'sup_clara_2' }]);
    expect(await news('clara')).toMatchObject([{ what: 'employeeLost' }]);
    await call.answers('anna');
    await superviseCall(line.world.as(line.company.as('clara')), { callId: call.callId, mode: 'listen' });
    const { claimGeneration } = await call.row();
    await call.dialsIn('clara', { generation: claimGeneration, legCallSid: 'CA-clara-again' });
    await call.legJoins(`sup_clara_${claimGeneration}`, 'CA-clara-again');
    await call.callerHangsUp();
    expect(await news('clara')).toMatchObject([{ what: 'callEnded' }]);
  });

  test('who talks to both keeps the caller when the employee’s line breaks off, and leads the call (S5, S8)', async () => {
    const { comesIn, call, line, news } = await talking(dialect);
    const answeredAt = line.world.now();
    await line.pass(5);
    await comesIn('barge');
    await line.pass(5);
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('hold')).toEqual([]);
    expect(line.telephony.sentOf('removeLeg')).toEqual([]);
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'clara', ownerId: 'clara' });
    expect(await news('anna')).toMatchObject([{ what: 'takenFromYou', employee: { id: 'clara' } }]);
    await call.callerHangsUp();
    await line.pass(16);
    expect(await call.row()).toMatchObject({
      outcome: 'answered',
      answeredAt,
      unfinishedSince: expect.any(Number),
    });
  });

  test('goes on for the others when the supervisor’s own line breaks off', async () => {
    const { comesIn, call, news } = await talking(dialect);
    await comesIn();
    await call.legLeaves('sup_clara_2');
    await call.expectPhase('talking');
    expect((await call.row()).supervisedBy).toBeNull();
    expect(await news('clara')).toMatchObject([{ what: 'lineLost' }]);
  });

  test('stands in the review of the call: who, how, from when until when', async () => {
    const { comesIn, call, line, as } = await talking(dialect);
    await comesIn();
    const from = line.world.now();
    await line.pass(5);
    await call.does('clara', changeSupervision, { mode: 'whisper' });
    await line.pass(5);
    await call.does('clara', endSupervision);
    await call.callerHangsUp();
    const review = await reviewCall(as('clara'), { callId: call.callId });
    expect(review.supervisions).toMatchObject([
      {
        employee: { id: 'clara' },
        supervised: { id: 'anna' },
        modes: [
          { mode: 'listen', at: from },
          { mode: 'whisper', at: from + 5000 },
        ],
        joinedAt: from,
        endedAt: from + 10_000,
        endReason: 'left',
      },
    ]);
    expect(review.facts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['supervisor.began', 'supervisor.changedMode', 'supervisor.left']),
    );
  });

  test('is found again, or found over, by a server that was down meanwhile (S9)', async () => {
    const { call, line, as, bar } = await talking(dialect);
    const { generation } = await superviseCall(as('clara'), { callId: call.callId, mode: 'listen' });
    await call.dialsIn('clara', { generation });
    const room = line.telephony.rooms.get(call.callId)!;
    room.legs.push({ label: 'sup_clara_2', callSid: 'CA-clara', status: 'connected', hold: false });
    line.world.pass(1000);
    const lookUp = () =>
      reconcileCalls(line.system(), { telephony: line.telephony, since: line.world.now() });
    await lookUp();
    expect((await bar('clara'))?.supervision?.joinedAt).toBe(line.world.now());
    room.legs.pop();
    line.world.pass(1000);
    await lookUp();
    expect(await call.row()).toMatchObject({ phase: 'talking', supervisedBy: null });
  });
});

describe.each(dialects)('a live call taken over on %s', (dialect) => {
  test('is led on by the supervisor; the employee leaves once everybody hears the other (S5)', async () => {
    const { comesIn, call, line, news, as } = await talking(dialect);
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' });
    const before = await getCallScriptRun(line.store.read, call.callId);
    await comesIn('whisper');
    const sentBefore = line.telephony.sent.length;
    await call.does('clara', takeLiveCallOver);
    expect(line.telephony.sent.slice(sentBefore)).toMatchObject([
      { type: 'supervise', label: 'sup_clara_2', mode: 'barge' },
      { type: 'removeLeg', label: 'agent_anna_1' },
    ]);
    expect(await call.row()).toMatchObject({
      phase: 'talking',
      claimedBy: 'clara',
      ownerId: 'clara',
      supervisedBy: null,
      claimGeneration: 2,
    });
    const run = await getCallScriptRun(line.store.read, call.callId);
    expect(run).toMatchObject({ step: before!.step, status: 'active', employeeId: 'clara' });
    expect(await news('anna')).toMatchObject([{ what: 'takenFromYou', employee: { id: 'clara' } }]);
    expect(await listMyCalls(as('anna'))).toMatchObject({ calls: [] });
    await call.legLeaves('agent_anna_1');
    await call.expectPhase('talking');
    await talkOf(call, 'clara').say(...throughTheCard, { type: 'manager.saidGoodbye' });
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'removeLeg', label: 'sup_clara_2' });
    expect(await listCallClaims(line.store.read, call.callId)).toMatchObject([
      { employeeId: 'anna', releaseReason: 'supervisor.tookOver', leftAt: line.world.now() },
      { employeeId: 'clara', purpose: 'takeOver', label: 'sup_clara_2', legCallSid: 'CA-clara' },
    ]);
  });

  test('brings a caller back who hears music, and whose line then breaks off waits for the new one', async () => {
    const { comesIn, call, line } = await talking(dialect);
    await comesIn('barge');
    await call.does('anna', holdCaller);
    await call.does('clara', takeLiveCallOver);
    expect(line.telephony.sent.slice(-3)).toMatchObject([
      { type: 'supervise', mode: 'barge' },
      { type: 'unhold' },
      { type: 'removeLeg', label: 'agent_anna_1' },
    ]);
    expect(await call.row()).toMatchObject({ heldSince: null });
    await call.legLeaves('sup_clara_2');
    await call.expectPhase('ringing');
    expect(await call.offeredTo()).toEqual(['clara']);
  });

  test('that the line does not let them be heard in stays as it was', async () => {
    const { comesIn, call, line, bar } = await talking(dialect);
    await comesIn();
    line.telephony.nextAnswers.push({ result: 'refused', problem: '400 16027' });
    await call.does('clara', takeLiveCallOver);
    expect(line.telephony.sentOf('removeLeg')).toEqual([]);
    expect(await bar('clara')).toMatchObject({
      claimedBy: { id: 'anna' },
      supervision: { mode: 'listen', refused: 'barge', takesOver: false },
    });
  });

  test('by a telephone that is not there yet is refused; an employee who leaves meanwhile is relieved', async () => {
    const { call, line, comesIn } = await talking(dialect);
    await superviseCall(line.world.as(line.company.as('marina')), { callId: call.callId, mode: 'listen' });
    await expect(call.does('marina', takeLiveCallOver)).rejects.toMatchObject(refusal('notNow'));
    await call.does('marina', endSupervision);
    await comesIn();
    await takeLiveCallOver(line.world.as(line.company.as('clara')), { callId: call.callId });
    await call.leaves('anna');
    expect(await call.row()).toMatchObject({ phase: 'talking', claimedBy: 'clara', ownerId: 'clara' });
    await line.dispatch();
    await call.expectPhase('talking');
  });

  test('after a hand-over leaves the conversation by the call script where it was', async () => {
    const { call, line } = await talking(dialect);
    await line.available('pavel');
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, {
      type: 'manager.saidGoodbye',
    });
    await call.answers('pavel');
    await call.does('polina', superviseCall, { mode: 'listen' });
    const label = `sup_polina_${(await call.row()).claimGeneration}`;
    await call.legJoins(label);
    await call.does('polina', takeLiveCallOver);
    expect(await call.row()).toMatchObject({ claimedBy: 'polina', ownerId: 'anna', phase: 'talking' });
    const view = await getCallView(line.world.as(line.company.as('polina')), { callId: call.callId });
    expect(view.isTaken).toBe(true);
  });
});

describe.each(dialects)('help on %s', (dialect) => {
  test('asked for stands first among the live calls of the head, until somebody comes', async () => {
    const { call, line, live, comesIn, bar } = await talking(dialect);
    const other = await line.callerCalls({ from: '+79131112233' });
    line.world.pass(1000);
    const third = await line.callerCalls({ from: '+79131112244' });
    await third.callerJoins();
    await third.answers('boris');
    await third.does('boris', askForHelp, { words: 'просит скидку' });
    const ids = (page: Awaited<ReturnType<typeof live>>) => page.rows.map(({ id }) => id);
    expect(ids(await live('clara'))).toEqual([third.callId, call.callId, other.callId]);
    expect(await live('clara', 'help')).toMatchObject({
      counts: { all: 3, help: 1 },
      rows: [{ id: third.callId, help: { words: 'просит скидку', askedAt: line.world.now() } }],
    });
    expect((await live('marina')).counts).toEqual({ all: 3, help: 1 });
    expect((await live('polina')).counts).toEqual({ all: 0, help: 0 });
    await expect(live('anna')).rejects.toMatchObject({ code: 'forbidden' });
    await third.does('boris', withdrawHelp);
    await call.does('anna', askForHelp, { words: '' });
    expect(await bar('anna')).toMatchObject({ help: { words: '' } });
    await comesIn();
    expect(await bar('anna')).toMatchObject({ help: null });
    expect((await live('clara')).counts.help).toBe(0);
    await expect(call.does('anna', askForHelp, { words: '' })).rejects.toMatchObject(refusal('notNow'));
  });

  test('is theirs to ask for who are on the line, and ends with the conversation', async () => {
    const { call, live } = await talking(dialect);
    await expect(call.does('boris', askForHelp, { words: '' })).rejects.toMatchObject({ code: 'forbidden' });
    await call.does('anna', askForHelp, { words: '' });
    await call.leaves('anna');
    expect((await live('clara')).counts).toEqual({ all: 1, help: 0 });
    await call.callerHangsUp();
    expect((await live('clara')).counts).toEqual({ all: 0, help: 0 });
  });
});

describe.each(dialects)('the list of live calls on %s', (dialect) => {
  test('tells who, with whom, at which step, in which state and since when', async () => {
    const { call, line, live } = await talking(dialect);
    const arrivedAt = (await call.row()).arrivedAt;
    expect((await live('clara')).rows).toMatchObject([
      {
        employee: { id: 'anna' },
        department: { id: 'client' },
        state: 'talking',
        step: { scriptId: 'inbound-call', name: 'greeting' },
        arrivedAt,
        maySupervise: true,
      },
    ]);
    await line.pass(7);
    await call.does('anna', holdCaller);
    expect((await live('clara')).rows).toMatchObject([{ state: 'held', stateSince: line.world.now() }]);
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    expect((await live('clara')).rows).toEqual([]);
    expect((await live('polina')).rows).toMatchObject([{ state: 'handingOver', maySupervise: false }]);
  });

  test('is read page by page, those who ask for help first', async () => {
    const { line, as, call } = await talking(dialect);
    const all = [call];
    for (const from of ['+79131110001', '+79131110002', '+79131110003']) {
      line.world.pass(1000);
      all.push(await line.callerCalls({ from }));
    }
    await all[2]!.callerJoins();
    await all[2]!.answers('boris');
    await all[2]!.does('boris', askForHelp, { words: '' });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listLiveCalls(as('gleb'), { show: 'all', limit: 1, after });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual([2, 0, 1, 3].map((index) => all[index]!.callId));
    const led = (name: TestName, employeeId: TestName) =>
      listLiveCalls(as(name), { show: 'all', employeeId, limit: 9 });
    expect(await led('gleb', 'boris')).toMatchObject({
      rows: [{ id: all[2]!.callId, employee: { id: 'boris' } }],
      counts: { all: 1, help: 1 },
    });
    expect(await led('gleb', 'clara')).toMatchObject({ rows: [], counts: { all: 0, help: 0 } });
    expect(await led('polina', 'boris')).toMatchObject({ rows: [] });
  });
});
