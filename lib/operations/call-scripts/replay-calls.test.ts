import { describe, expect, test } from 'vitest';
import { dialects, openTestStore } from '@/db/testing';
import type { CallScript } from '@/lib/domain/call-scripts/call-script';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { inboundCall } from '@/lib/domain/call-scripts/inbound-call.script';
import { vocabulary } from '@/lib/domain/call-scripts/inbound-call.vocabulary';
import { outgoingCall } from '@/lib/domain/call-scripts/outgoing-call.script';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { seedDemoCompany } from '@/scripts/demo/seed-demo-company';
import { openLine, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { type ReplayedCall, replayCalls } from './replay-calls';

type States = NonNullable<(typeof inboundCall)['machine']['config']['states']>;

/** The inbound chart as somebody changed it in their working tree. */
function changed(change: (states: Record<string, { on?: Record<string, unknown> }>) => void): CallScript {
  const { config } = inboundCall.machine;
  const states = Object.fromEntries(
    Object.entries(config.states as States).map(([name, state]) => [name, { ...state, on: { ...state.on } }]),
  );
  change(states as never);
  const machine = vocabulary.createMachine({ ...config, states } as never) as never;
  return { ...inboundCall, version: 2, machine };
}

async function told(line: TestLine, script: CallScript, since = 0) {
  const calls: ReplayedCall[] = [];
  const count = await replayCalls(line.system(), { script, since }, (call) => calls.push(call));
  return { count, differences: calls.map(({ differences }) => differences), calls };
}

async function conversation(line: TestLine, ...events: ReportedEvent[]) {
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  await talkOf(call, 'anna').say(...events);
  await call.callerHangsUp();
  await line.pass(20);
  return call.callId;
}

const unclear: ReportedEvent[] = [
  { type: 'caller.wasUnclear' },
  ...throughTheCard,
  { type: 'manager.promisedCall' },
  { type: 'manager.saidGoodbye' },
];

describe.each(dialects)('past calls put to the chart of the working tree on %s', (dialect) => {
  test('a busy month, more than is held at a time, goes by the released charts as it went', async () => {
    const store = await openTestStore(dialect);
    await seedDemoCompany(store, testStart);
    const context = createTestWorld(store).as(null);
    const differing: ReplayedCall[] = [];
    const since = 0;
    const inbound = await replayCalls(context, { script: inboundCall, since }, (call) =>
      differing.push(call),
    );
    await replayCalls(context, { script: outgoingCall, since }, (call) => differing.push(call));
    expect(differing).toEqual([]);
    const runs = await store.read.q.select().from(store.read.t.callScriptRuns);
    const ofInbound = runs.filter(({ scriptId }) => scriptId === inboundCall.id);
    expect(inbound).toBe(ofInbound.length);
    expect(inbound).toBeGreaterThan(100);
    const lately = testStart - 3 * 86_400_000;
    expect(await replayCalls(context, { script: inboundCall, since: lately }, () => {})).toBe(
      ofInbound.filter(({ startedAt }) => startedAt >= lately).length,
    );
  });

  test('a call stops where the changed chart does not take its answer', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const callId = await conversation(line, ...unclear);
    await conversation(line, { type: 'caller.hadNoBusiness' });
    expect(await told(line, inboundCall)).toMatchObject({ count: 2, differences: [] });
    const without = changed(({ promisingCall }) => {
      promisingCall!.on = {};
    });
    expect(await told(line, without)).toMatchObject({
      count: 2,
      calls: [{ callId, machineVersion: 1 }],
      differences: [[{ kind: 'stops', step: 'promisingCall', event: 'manager.promisedCall', missing: [] }]],
    });
  });

  test('a call that goes on past what is asked now stops there, and what is missing is named', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    await conversation(
      line,
      { type: 'caller.hadNoBusiness' },
      { type: 'caller.hadNoBusiness', reason: 'courier' },
    );
    const asking = changed(({ namingReason }) => {
      const meets = (list: string) => ({ type: 'meets', params: { list } });
      namingReason!.on = { 'caller.hadNoBusiness': { guard: meets('card'), target: 'closing' } };
    });
    const [differences] = (await told(line, asking)).differences;
    expect(differences).toMatchObject([
      { kind: 'stops', step: 'namingReason', event: 'caller.hadNoBusiness' },
    ]);
    expect(differences).toMatchObject([{ missing: expect.arrayContaining(['name']) }]);
  });

  test('a call that would end elsewhere, by another route and with other records says so', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    await conversation(line, ...unclear);
    const closingWithoutRecords = changed(({ closing }) => {
      closing!.on = { 'manager.saidGoodbye': { target: 'endedByManager' } };
    });
    expect((await told(line, closingWithoutRecords)).differences).toEqual([
      [
        { kind: 'endsElsewhere', before: 'callBackPromised', after: 'endedByManager' },
        { kind: 'hasAnotherRoute', before: 'unclear', after: null },
        {
          kind: 'writesOtherRecords',
          before: ['incomingCall (unclear), next reactions: 1'],
          after: [],
        },
      ],
    ]);
  });

  test('going back, refused answers and a conversation that still goes on replay as they were', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await expect(talk.say({ type: 'manager.confirmedCard' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
    await talk.say({ type: 'manager.wentBack', to: 'greeting' }, { type: 'caller.askedForSupport' });
    expect(await told(line, inboundCall)).toMatchObject({ count: 1, differences: [] });
  });
});
