import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { inboundCallWording } from '@/lib/domain/call-scripts/inbound-call.wording';
import type { StepTraffic } from '@/lib/domain/call-scripts/traffic';
import type { TestName } from '@/lib/operations/employees/testing';
import { testPerson } from '@/lib/operations/employees/testing';
import { measureAllCallsAnew } from '@/lib/operations/reports/measure-older-calls';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { seedDemoCompany } from '@/scripts/demo/seed-demo-company';
import { openLine, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { listCallsOfStep } from './list-calls-of-step';
import { publishWording } from './publish-wording';
import { readTraffic } from './read-traffic';

const scriptId = 'inbound-call';
const today = { scriptId, from: '2026-11-01', until: '2026-11-01' };

async function answeredLine(dialect: Dialect) {
  const line = await openLine(dialect);
  await line.available('anna');
  const traffic = (query: object = {}) =>
    readTraffic(line.world.as(line.company.as('gleb')), { ...today, ...query });
  return { line, traffic };
}

/** A caller is talked to, each answer some seconds after the last, hangs up, and the call is judged. */
async function talkedTo(line: TestLine, events: readonly [seconds: number, ReportedEvent][]) {
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const talk = talkOf(call, 'anna');
  for (const [seconds, event] of events) {
    await line.pass(seconds);
    await talk.say(event);
  }
  await call.callerHangsUp();
  await line.pass(20);
  return { talk, callId: call.callId };
}

const stepOf = ({ steps }: { steps: StepTraffic[] }, step: string) => steps.find((row) => row.step === step);

describe.each(dialects)('how calls went through a call script on %s', (dialect) => {
  test('each way has its calls and its share, each step its seconds, and a hang-up stands where it was', async () => {
    const { line, traffic } = await answeredLine(dialect);
    const asked = { type: 'caller.askedAboutProducts' } as const;
    await talkedTo(line, [[4, asked]]);
    await talkedTo(line, [[10, asked]]);
    await talkedTo(line, [
      [6, { type: 'caller.hadNoBusiness' }],
      [3, { type: 'caller.hadNoBusiness', reason: 'courier' }],
    ]);
    const read = await traffic();
    expect(read).toMatchObject({ calls: 3, machineVersion: 1, wordingVersion: null });
    expect(stepOf(read, 'greeting')).toMatchObject({
      calls: 3,
      visits: 3,
      medianSeconds: 6,
      ninetiethSeconds: 10,
      brokenOff: 0,
      unfinished: 0,
    });
    expect(stepOf(read, 'fillingCard')).toMatchObject({
      calls: 2,
      medianSeconds: null,
      brokenOff: 2,
      unfinished: 2,
    });
    expect(read.ways).toEqual([
      { step: 'greeting', event: asked.type, answer: 1, nextStep: 'fillingCard', calls: 2, share: 2 / 3 },
      {
        step: 'greeting',
        event: 'caller.hadNoBusiness',
        answer: 8,
        nextStep: 'namingReason',
        calls: 1,
        share: 1 / 3,
      },
      {
        step: 'namingReason',
        event: 'caller.hadNoBusiness',
        answer: 4,
        nextStep: 'closing',
        calls: 1,
        share: 1,
      },
    ]);
  });

  test('a call that goes back counts once at the step and on its way, and is listed once', async () => {
    const { line, traffic } = await answeredLine(dialect);
    const { callId } = await talkedTo(line, [
      [4, { type: 'caller.askedAboutProducts' }],
      [2, { type: 'manager.wentBack', to: 'greeting' }],
      [8, { type: 'caller.askedAboutProducts' }],
    ]);
    const read = await traffic();
    expect(stepOf(read, 'greeting')).toMatchObject({ calls: 1, visits: 2, medianSeconds: 4 });
    expect(read.ways).toMatchObject([
      { step: 'greeting', nextStep: 'fillingCard', calls: 1, share: 1 },
      { step: 'fillingCard', event: 'manager.wentBack', answer: null, nextStep: 'greeting', calls: 1 },
    ]);
    const listed = await listCallsOfStep(line.world.as(line.company.as('anna')), {
      ...today,
      step: 'greeting',
      figure: 'all',
      event: 'caller.askedAboutProducts',
      answer: 1,
      nextStep: 'fillingCard',
      limit: 50,
    });
    expect(listed.rows.map(({ id }) => id)).toEqual([callId]);
  });

  test('figures are those of the words that were spoken, of the chart version and of the days asked for', async () => {
    const { line, traffic } = await answeredLine(dialect);
    await talkedTo(line, [[4, { type: 'caller.wasUnclear' }]]);
    const closing = { ...inboundCallWording.promisingCall, ru: 'Скажите, что перезвонит руководитель.' };
    await publishWording(line.world.as(line.company.as('marina')), {
      scriptId,
      basedOn: 1,
      words: { ...inboundCallWording, promisingCall: closing },
      note: 'Обещаем точнее',
    });
    await talkedTo(line, [[4, { type: 'caller.proposedCooperation' }]]);
    expect((await traffic()).wordingVersions).toEqual([
      { version: 2, calls: 1 },
      { version: 1, calls: 1 },
    ]);
    expect((await traffic({ wordingVersion: 2 })).ways).toMatchObject([{ answer: 4, calls: 1, share: 1 }]);
    expect(await traffic({ from: '2026-11-02', until: '2026-11-30' })).toMatchObject({ calls: 0, ways: [] });
    await expect(traffic({ machineVersion: 99 })).rejects.toMatchObject({ code: 'notFound' });
    await expect(traffic({ scriptId: 'joke' })).rejects.toMatchObject({ code: 'notFound' });
  });

  test('a conversation finished after the hang-up is measured anew, and no longer stands unfinished', async () => {
    const { line, traffic } = await answeredLine(dialect);
    const { talk } = await talkedTo(line, [[4, { type: 'caller.askedAboutProducts' }]]);
    expect(stepOf(await traffic(), 'fillingCard')).toMatchObject({ brokenOff: 1, unfinished: 1 });
    await talk.say(...throughTheCard, { type: 'manager.saidGoodbye' });
    await line.pass(2);
    const read = await traffic();
    expect(stepOf(read, 'fillingCard')).toMatchObject({ brokenOff: 1, unfinished: 0 });
    expect(stepOf(read, 'finishedAfterHangUp')).toMatchObject({ calls: 1, unfinished: 0 });
  });

  test('a call we placed is counted in its own script', async () => {
    const { line, traffic } = await answeredLine(dialect);
    await line.hasNumber();
    const call = await line.placesCall('anna');
    await call.joins('anna');
    await line.dispatch();
    await call.partyAnswers();
    await talkOf(call, 'anna').say({ type: 'caller.couldTalk' });
    await call.callerHangsUp();
    await line.pass(20);
    expect(await traffic({ scriptId: 'outgoing-call' })).toMatchObject({ calls: 1, ways: [{ answer: 1 }] });
    expect(await traffic()).toMatchObject({ calls: 0 });
  });

  test('every figure of a busy month opens as many calls as it says, page by page', async () => {
    const store = await openTestStore(dialect);
    await seedDemoCompany(store, testStart);
    const world = createTestWorld(store);
    await measureAllCallsAnew(world.as(null));
    const departments = await store.read.q.select().from(store.read.t.departments);
    const as = (name: TestName) => world.as({ ...testPerson(name), departmentId: departments[0]!.id });
    const month = { scriptId, from: '2026-09-20', until: '2026-11-01' };
    const read = await readTraffic(as('gleb'), month);
    const opened = async (step: string, query: Partial<Parameters<typeof listCallsOfStep>[1]>) => {
      let count = 0;
      for (let after: string | undefined; ; ) {
        const input = { ...month, step, figure: 'all' as const, ...query, after, limit: 200 };
        const { rows, next } = await listCallsOfStep(as('gleb'), input);
        count += rows.length;
        if (next === null) return count;
        after = next;
      }
    };
    expect(read.calls).toBeGreaterThan(20);
    for (const { step, calls, brokenOff } of read.steps) {
      expect(await opened(step, {}), step).toBe(calls);
      expect(await opened(step, { figure: 'brokenOff' }), step).toBe(brokenOff);
    }
    for (const { step, event, answer, nextStep, calls } of read.ways) {
      const way = { event, answer: answer ?? undefined, nextStep };
      expect(await opened(step, way), `${step} ${event}`).toBe(calls);
    }
  });

  test('the calls behind a figure are for those who read the journal; the figures are for everybody', async () => {
    const { line } = await answeredLine(dialect);
    const as = (name: TestName) => line.world.as(line.company.as(name));
    expect((await readTraffic(as('anna'), today)).may.openCalls).toBe(true);
    expect(await readTraffic(as('pavel'), today)).toMatchObject({
      unlistedAnswers: null,
      may: { openCalls: false },
    });
    await expect(
      listCallsOfStep(as('pavel'), { ...today, step: 'greeting', figure: 'all', limit: 50 }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
