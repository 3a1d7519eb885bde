import { describe, expect, test } from 'vitest';
import { getCallScriptRun } from '@/db/call-scripts';
import type { Db, Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { reviewCall } from '@/lib/operations/calls/review-call';
import { insertCard } from '@/lib/operations/counterparties/insert-card';
import { createProject } from '@/lib/operations/settings/create-project';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard, wholeCard } from '@/tests/talk-driver';
import { discardCall } from './discard-call';
import { takeOverCall } from './take-over-call';

const goodbye: ReportedEvent = { type: 'manager.saidGoodbye' };

async function answeredCall(dialect: Dialect): Promise<{ line: TestLine; call: TestCall }> {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'pavel', 'stepan');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

const rowsOf = async (db: Db) => ({
  cards: (await db.q.select().from(db.t.counterparties)).length,
  appeals: (await db.q.select().from(db.t.appeals)).length,
  reactions: (await db.q.select().from(db.t.reactions)).map(({ type, route }) => `${type} ${route}`),
  next: (await db.q.select().from(db.t.nextReactions)).map((next) => ({
    department: next.responsibleDepartmentId,
    employee: next.responsibleEmployeeId,
    inSeconds: (next.dueAt - next.startedAt) / 1000,
  })),
  leads: (await db.q.select().from(db.t.leads)).length,
});
const nothing = { cards: 0, appeals: 0, reactions: [], next: [], leads: 0 };

async function clientCard(line: TestLine, status: 'client' | 'prospect' = 'client'): Promise<string> {
  const context = line.system();
  const fields = {
    name: 'ООО «Ромашка»',
    category: 'Клиент',
    city: 'Кемерово',
    contactPerson: 'Иванов Пётр',
    phone: '+7 3842 58-12-34',
    phoneExtension: '',
  };
  return (await context.tx((tx) => insertCard(tx, context, { fields, status, createdBy: 'anna' }))).id;
}

describe.each(dialects)('a conversation on %s', (dialect) => {
  test('IN-2: a commercial question makes one card, one appeal, one reaction and a lead due in a minute, and rings sales', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' }, ...throughTheCard);
    expect(await rowsOf(line.store.read)).toEqual(nothing);
    await talk.say(goodbye);
    expect(await rowsOf(line.store.read)).toEqual({
      cards: 1,
      appeals: 1,
      reactions: ['incomingCall commercial'],
      next: [{ department: 'sales', employee: null, inSeconds: 60 }],
      leads: 1,
    });
    await call.expectPhase('handingOver');
    expect(await call.offeredTo()).toEqual(['pavel']);
    await call.answers('pavel');
    const view = await talk.view();
    expect(view.route).toBe('commercial');
    expect(view.conversation?.step.name).toBe('handedOver');
    const [lead] = await line.store.read.q.select().from(line.store.read.t.leads);
    expect(lead?.acceptedBy).toBe('pavel');
  });

  test('IN-2: a known card is used and completed, and no second one is made', async () => {
    const { line, call } = await answeredCall(dialect);
    const counterpartyId = await clientCard(line);
    const talk = talkOf(call, 'anna');
    await talk.say(
      { type: 'caller.askedAboutProducts' },
      { type: 'manager.choseCounterparty', counterpartyId },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toMatchObject({ cards: 1, appeals: 1, leads: 1 });
    expect((await talk.view()).records.counterparty?.name).toBe('ООО «Ромашка»');
  });

  test('IN-3: a named sales manager who is there is rung, and nothing is written', async () => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say(
      { type: 'caller.askedForSalesManager' },
      { type: 'caller.namedEmployee', employeeId: 'pavel' },
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toEqual(nothing);
    expect(await call.offeredTo()).toEqual(['pavel']);
    expect((await call.row()).route).toBe('salesManager');
  });

  test('IN-3: a named sales manager who is away leads to the department, still without a record', async () => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say(
      { type: 'caller.askedForSalesManager' },
      { type: 'caller.namedEmployee', employeeId: 'polina' },
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toEqual(nothing);
    expect((await call.row()).handOverDepartmentId).toBe('sales');
    expect((await call.row()).handOverEmployeeId).toBeNull();
  });

  test('IN-4: a client who asks for support gets a reaction of support on the existing card', async () => {
    const { line, call } = await answeredCall(dialect);
    const counterpartyId = await clientCard(line);
    await talkOf(call, 'anna').say(
      { type: 'caller.askedForSupport' },
      { type: 'caller.wasClient' },
      { type: 'manager.choseCounterparty', counterpartyId },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toEqual({
      cards: 1,
      appeals: 1,
      reactions: ['incomingCall support'],
      next: [{ department: 'support', employee: null, inSeconds: 60 }],
      leads: 0,
    });
    expect(await call.offeredTo()).toEqual(['stepan']);
  });

  test('CS-9: for an absent employee their substitute is rung, without a record', async () => {
    const { line, call } = await answeredCall(dialect);
    await line.isAbsent('marina', 'boris');
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedForEmployee' });
    await talk.say({ type: 'caller.namedEmployee', employeeId: 'marina' }, goodbye);
    expect(await rowsOf(line.store.read)).toEqual(nothing);
    expect(await call.offeredTo()).toEqual(['boris']);
    expect(await call.row()).toMatchObject({ route: 'employee', handOverEmployeeId: 'boris' });
  });

  test('IN-9: an absent employee for whom the manager on the line stands in leads to the sales department', async () => {
    const { line, call } = await answeredCall(dialect);
    await line.isAbsent('boris', 'anna');
    await talkOf(call, 'anna').say(
      { type: 'caller.askedForEmployee' },
      { type: 'caller.namedEmployee', employeeId: 'boris' },
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toEqual(nothing);
    expect(await call.row()).toMatchObject({ handOverDepartmentId: 'sales', handOverEmployeeId: null });
  });

  test('IN-4: neither a client nor a dealer goes to sales as a commercial question does', async () => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say(
      { type: 'caller.askedForSupport' },
      { type: 'caller.wasNeither' },
      ...throughTheCard,
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toMatchObject({
      reactions: ['incomingCall supportNeither'],
      next: [{ department: 'sales', inSeconds: 60 }],
    });
  });

  test.each([
    ['caller.proposedCooperation', 'cooperation'],
    ['caller.wasUnclear', 'unclear'],
  ] as const)('IN-5: %s lies with management, and the call ends without a transfer', async (type, route) => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say({ type }, ...throughTheCard, { type: 'manager.promisedCall' }, goodbye);
    expect(await rowsOf(line.store.read)).toMatchObject({
      reactions: [`incomingCall ${route}`],
      next: [{ department: 'management', inSeconds: 60 }],
    });
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'endCall' });
  });

  test('IN-9: a complaint goes at once to the head concerned and the general director', async () => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say(
      { type: 'caller.complained' },
      {
        type: 'manager.filledIn',
        patch: { complaint: { text: 'Третий день не печатает отчёт', departmentKind: 'support' } },
      },
      { type: 'manager.tookDownComplaint' },
      ...throughTheCard,
      { type: 'manager.keptCall' },
      goodbye,
    );
    const { reactions, next } = await rowsOf(line.store.read);
    expect(reactions).toEqual(['complaint complaint']);
    expect(next.map(({ employee, inSeconds }) => [employee, inSeconds]).sort()).toEqual([
      ['gleb', 0],
      ['sofia', 0],
    ]);
  });

  test('IN-9: a call that is no business of ours leaves the journal alone', async () => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say(
      { type: 'caller.hadNoBusiness' },
      { type: 'caller.hadNoBusiness', reason: 'wrongNumber' },
      goodbye,
    );
    expect(await rowsOf(line.store.read)).toEqual(nothing);
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'endCall' });
    expect((await call.row()).route).toBe('noBusiness');
  });

  test('IN-10: nobody takes the hand-over, it returns to the same manager, and another department gets the same next reaction', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, goodbye);
    await call.leaves('anna', 'participant_updated_via_api');
    await line.pass(26);
    expect(await call.offeredTo()).toEqual(['anna']);
    await call.answers('anna');
    expect(await talk.step()).toBe('returned');
    await talk.say({ type: 'manager.choseAnotherDepartment', departmentKind: 'support' }, goodbye);
    const { cards, appeals, reactions, next } = await rowsOf(line.store.read);
    expect({ cards, appeals, reactions: reactions.length }).toEqual({ cards: 1, appeals: 1, reactions: 1 });
    expect(next).toEqual([{ department: 'support', employee: null, inSeconds: 60 }]);
    expect(await call.offeredTo()).toEqual(['stepan']);
  });

  test('IN-6: after a hang-up in mid-step nothing typed is lost, and the owner finishes the call', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' }, wholeCard);
    await call.callerHangsUp();
    const view = await talk.view();
    expect(view.unfinishedSince).not.toBeNull();
    expect(view.conversation?.draft.card.name).toBe('ООО «Василёк»');
    await talk.say({ type: 'manager.confirmedCard' }, { type: 'manager.describedAppeal' }, goodbye);
    expect(await rowsOf(line.store.read)).toMatchObject({ cards: 1, appeals: 1, leads: 1 });
    expect((await talk.view()).finishedAt).not.toBeNull();
    await call.expectPhase('ended');
  });

  test('IN-6: the head takes an unfinished call over, and a colleague may not', async () => {
    const { line, call } = await answeredCall(dialect);
    await talkOf(call, 'anna').say({ type: 'caller.askedAboutProducts' }, wholeCard);
    await call.callerHangsUp();
    const { world, company } = line;
    const takeOver = (name: 'boris' | 'clara') =>
      takeOverCall(world.as(company.as(name)), { callId: call.callId });
    await expect(takeOver('boris')).rejects.toMatchObject({ code: 'forbidden' });
    await takeOver('clara');
    expect((await call.row()).ownerId).toBe('clara');
    const { world: w } = line;
    await discardCall(w.as(company.as('clara')), { callId: call.callId, reason: 'Клиент перезвонил сам' });
    expect((await call.row()).discardReason).toBe('Клиент перезвонил сам');
    expect(await rowsOf(line.store.read)).toEqual(nothing);
  });

  test('IN-6: a call that is still talked on is not discarded, by its owner or their head', async () => {
    const { line, call } = await answeredCall(dialect);
    for (const name of ['anna', 'clara'] as const) {
      const discarding = discardCall(line.world.as(line.company.as(name)), {
        callId: call.callId,
        reason: 'ошибка',
      });
      await expect(discarding).rejects.toMatchObject({ code: 'notPossibleNow' });
    }
    await line.dispatch();
    expect(line.telephony.sentOf('endCall')).toEqual([]);
    await call.expectPhase('talking');
  });

  test('an answer from a second tab that is a step behind is refused with the current step', async () => {
    const { call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await expect(talk.at('greeting', { type: 'caller.askedForSupport' })).rejects.toMatchObject({
      code: 'staleStep',
      details: { step: 'fillingCard' },
    });
  });

  test('a card chosen and a complaint are taken at whatever step they arrive (CARD, IN-9 b)', async () => {
    const { call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await talk.at('greeting', { type: 'manager.choseCounterparty', counterpartyId: null });
    expect(await talk.at('greeting', { type: 'caller.complained' })).toMatchObject({
      step: 'takingComplaint',
    });
  });

  test('an answer that lacks its fields is refused with what is missing, and the refusal stands in the log', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await expect(talk.at('fillingCard', { type: 'manager.confirmedCard' })).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'missing', missing: ['name', 'city', 'contactPerson'] },
    });
    const events = await line.store.read.q.select().from(line.store.read.t.callScriptEvents);
    expect(events.filter(({ refused }) => refused !== null)).toHaveLength(1);
  });

  test('the goodbye sent twice with its key writes once', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' }, ...throughTheCard);
    await talk.at('closing', goodbye, 'k1');
    await expect(talk.at('closing', goodbye, 'k1')).rejects.toMatchObject({
      result: { step: 'handingOver' },
    });
    expect(await rowsOf(line.store.read)).toMatchObject({ cards: 1, appeals: 1, leads: 1 });
  });

  test('a colleague neither reads nor answers the draft of another', async () => {
    const { call } = await answeredCall(dialect);
    const talk = talkOf(call, 'pavel');
    await expect(talk.view()).rejects.toMatchObject({ code: 'notFound' });
    await expect(talk.at('greeting', { type: 'caller.askedAboutProducts' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('a conversation that cannot be read sets its call aside and no other', async () => {
    const { line, call } = await answeredCall(dialect);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.callScriptRuns).set({ snapshot: { value: 'gone', status: 'active' } });
    });
    const talk = talkOf(call, 'anna');
    await expect(talk.at('greeting', { type: 'caller.askedAboutProducts' })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
    expect((await talk.view()).quarantineReason).not.toBeNull();
    const other = await line.callerCalls();
    await other.callerJoins();
    await other.answers('boris');
    expect(await talkOf(other, 'boris').step()).toBe('greeting');
  });

  test('a project is one of the company’s, by its own name', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    const { id } = await createProject(line.world.as(line.company.as('marina')), { name: 'ArchiMed+' });
    const typed = (project: { id: string; name: string }): ReportedEvent => ({
      type: 'manager.filledIn',
      patch: { appeal: { project } },
    });
    await talk.say({ type: 'caller.askedAboutProducts' }, typed({ id, name: 'выдумка' }));
    expect((await talk.view()).conversation?.draft.appeal.project).toEqual({ id, name: 'ArchiMed+' });
    await expect(talk.at('', typed({ id: 'nothing', name: 'выдумка' }))).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'event.patch.appeal.project': 'notAChoice' },
    });
    expect((await talk.view()).conversation?.draft.appeal.project).toEqual({ id, name: 'ArchiMed+' });
  });
});

describe.each(dialects)('a conversation that cannot be read on %s', (dialect) => {
  async function unreadable(damage: { snapshot: unknown } | { machineVersion: number }) {
    const { line, call } = await answeredCall(dialect);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.callScriptRuns).set(damage);
    });
    const anna = line.world.as(line.company.as('anna'));
    const statusOf = async () => (await getCallScriptRun(line.store.read, call.callId))?.status;
    return { line, call, anna, statusOf };
  }
  const ofAnotherChart = { machineVersion: 99 };

  test('leaves its call on the telephone: a line that drops is offered again, and the end is the end', async () => {
    const { line, call } = await unreadable({ snapshot: 'x' });
    const talk = talkOf(call, 'anna');
    await expect(talk.at('greeting', { type: 'caller.askedAboutProducts' })).rejects.toThrow();
    await call.leaves('anna');
    await line.dispatch();
    expect(line.telephony.sentOf('hold')).toHaveLength(1);
    expect(await call.offeredTo()).toEqual(['anna']);
    await call.answers('anna');
    await call.expectPhase('talking');
    await call.callerHangsUp();
    await call.expectPhase('ended');
    expect((await talk.view()).unfinishedSince).not.toBeNull();
    expect((await talk.view()).quarantineReason).not.toBeNull();
  });

  test.each([{ type: 'caller.askedAboutProducts' }, { type: 'manager.wentBack', to: 'greeting' }] as const)(
    'because its chart is not kept any more is set aside by $type, and its review is still shown',
    async (event) => {
      const { line, call, anna, statusOf } = await unreadable(ofAnotherChart);
      await expect(talkOf(call, 'anna').at('greeting', event)).rejects.toMatchObject({
        code: 'notPossibleNow',
      });
      expect(await statusOf()).toBe('quarantined');
      await call.callerHangsUp();
      await discardCall(anna, { callId: call.callId, reason: 'не читается' });
      const review = await reviewCall(line.world.as(line.company.as('clara')), { callId: call.callId });
      expect(review).toMatchObject({ path: [{ step: 'greeting' }], call: { discardReason: 'не читается' } });
      expect(review.call.quarantinedAt).not.toBeNull();
    },
  );

  test('IN-6: is discarded with its reason even before anybody noticed', async () => {
    const { call, anna, statusOf } = await unreadable(ofAnotherChart);
    await call.callerHangsUp();
    await discardCall(anna, { callId: call.callId, reason: 'не читается' });
    expect(await call.row()).toMatchObject({ discardReason: 'не читается', finishedBy: 'anna' });
    expect(await statusOf()).toBe('quarantined');
  });
});
