import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { RouteContractBroken } from '@/lib/domain/call-scripts/route-contract';
import { recordReactionSchema } from '@/lib/domain/reactions/record-input';
import { insertCard } from '@/lib/operations/counterparties/insert-card';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard, wholeCard } from '@/tests/talk-driver';

const goodbye: ReportedEvent = { type: 'manager.saidGoodbye' };
const products: ReportedEvent = { type: 'caller.askedAboutProducts' };
const support: ReportedEvent = { type: 'caller.askedForSupport' };
const wasClient: ReportedEvent = { type: 'caller.wasClient' };
const complained: ReportedEvent = { type: 'caller.complained' };
const promised: ReportedEvent = { type: 'manager.promisedCall' };
const keptCall: ReportedEvent = { type: 'manager.keptCall' };
const namedPavel: ReportedEvent = { type: 'caller.namedEmployee', employeeId: 'pavel' };
const takeDown: ReportedEvent[] = [
  {
    type: 'manager.filledIn',
    patch: { complaint: { text: 'Третий день не печатает отчёт', departmentKind: 'support' } },
  },
  { type: 'manager.tookDownComplaint' },
];
const [, confirmedCard, describedAppeal] = throughTheCard as [ReportedEvent, ReportedEvent, ReportedEvent];
const choseCard = (counterpartyId: string): ReportedEvent => ({
  type: 'manager.choseCounterparty',
  counterpartyId,
});

/** Every step at which the caller may be gone: how it is reached, and how the call is finished from there. */
const brokenOff: Record<string, { before: ReportedEvent[]; after: ReportedEvent[]; appeals: number }> = {
  greeting: { before: [], after: [products, ...throughTheCard], appeals: 1 },
  namingSalesManager: { before: [{ type: 'caller.askedForSalesManager' }], after: [namedPavel], appeals: 0 },
  namingEmployee: { before: [{ type: 'caller.askedForEmployee' }], after: [namedPavel], appeals: 0 },
  establishingStatus: {
    before: [support],
    after: [{ type: 'caller.wasNeither' }, ...throughTheCard],
    appeals: 1,
  },
  findingCard: {
    before: [support, wasClient],
    after: [{ type: 'manager.foundNoCard' }, ...throughTheCard],
    appeals: 1,
  },
  warningOfProspect: {
    before: [support, wasClient, choseCard('the prospect')],
    after: [{ type: 'manager.askedToConfirmClient' }, describedAppeal],
    appeals: 1,
  },
  takingComplaint: { before: [complained], after: [...takeDown, ...throughTheCard, keptCall], appeals: 1 },
  fillingCard: { before: [products, wholeCard], after: [confirmedCard, describedAppeal], appeals: 1 },
  describingAppeal: { before: [products, wholeCard, confirmedCard], after: [describedAppeal], appeals: 1 },
  decidingComplaintTransfer: {
    before: [complained, ...takeDown, ...throughTheCard],
    after: [keptCall],
    appeals: 1,
  },
  promisingCall: {
    before: [{ type: 'caller.wasUnclear' }, ...throughTheCard],
    after: [promised],
    appeals: 1,
  },
  namingReason: {
    before: [{ type: 'caller.hadNoBusiness' }],
    after: [{ type: 'caller.hadNoBusiness', reason: 'silence' }],
    appeals: 0,
  },
  closing: { before: [products, ...throughTheCard], after: [], appeals: 1 },
};

async function answeredCall(dialect: Dialect): Promise<{ line: TestLine; call: TestCall }> {
  const line = await openLine(dialect);
  await line.available('anna', 'boris', 'pavel', 'stepan');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  return { line, call };
}

async function keepProspect(line: TestLine): Promise<string> {
  const context = line.system();
  const fields = {
    name: 'ИП Петров',
    category: 'Клиент',
    city: 'Кемерово',
    contactPerson: '—',
    phone: '+7 3842 58-12-35',
    phoneExtension: '',
  };
  const card = { fields, status: 'prospect' as const, createdBy: 'anna' };
  return (await context.tx((tx) => insertCard(tx, context, card))).id;
}

const countsOf = async ({ store: { read: db } }: TestLine) => ({
  cards: (await db.q.select().from(db.t.counterparties)).length,
  appeals: (await db.q.select().from(db.t.appeals)).length,
  reactions: (await db.q.select().from(db.t.reactions)).map(({ route }) => route),
  next: (await db.q.select().from(db.t.nextReactions)).map(
    ({ kind, responsibleDepartmentId }) => `${kind} ${responsibleDepartmentId}`,
  ),
});

describe.each(dialects)('a call that breaks off on %s', (dialect) => {
  test.each(Object.entries(brokenOff))(
    'IN-6: the caller hangs up at «%s», and the owner finishes the call without a word to anybody',
    async (step, { before, after, appeals }) => {
      const { line, call } = await answeredCall(dialect);
      const prospectId = await keepProspect(line);
      const talk = talkOf(call, 'anna');
      await talk.say(
        ...before.map((event) =>
          event.type === 'manager.choseCounterparty' ? choseCard(prospectId) : event,
        ),
      );
      await call.callerHangsUp();
      const view = await talk.view();
      expect(view.conversation?.step).toMatchObject({ name: step, callerLeft: true });
      expect(view.unfinishedSince).not.toBeNull();
      expect(view.finishedAt).toBeNull();

      const commands = line.telephony.sent.length;
      await talk.say(...after, goodbye);
      expect((await talk.view()).finishedAt).not.toBeNull();
      expect((await talk.view()).conversation?.step.ended).toBe(true);
      expect((await countsOf(line)).appeals).toBe(appeals);
      expect(line.telephony.sent).toHaveLength(commands);
      expect(await call.offeredTo()).toEqual([]);
      await call.expectPhase('ended');
    },
  );
});

describe.each(dialects)('a hand-over nobody takes on %s', (dialect) => {
  async function returnedCall() {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedForSalesManager' }, namedPavel, goodbye);
    await call.leaves('anna', 'participant_updated_via_api');
    await line.pass(26);
    await call.answers('anna');
    expect(await talk.step()).toBe('returned');
    return { line, call, talk };
  }

  test('IN-10: after IN-3 a promised call back asks the fields of IN-2 and leaves one record', async () => {
    const { line, talk } = await returnedCall();
    await talk.say({ type: 'manager.promisedCallBack' });
    expect(await talk.step()).toBe('fillingCard');
    await talk.say(...throughTheCard, goodbye);
    expect(await countsOf(line)).toEqual({
      cards: 1,
      appeals: 1,
      reactions: ['callBack'],
      next: ['callBack sales'],
    });
    expect(line.telephony.sent.at(-1)).toMatchObject({ type: 'endCall' });
    expect((await talk.view()).route).toBe('callBack');
  });

  test('IN-10: after IN-3 a call that is ended leaves no record at all', async () => {
    const { line, talk } = await returnedCall();
    await talk.say({ type: 'manager.endedCall' }, goodbye);
    expect(await countsOf(line)).toEqual({ cards: 0, appeals: 0, reactions: [], next: [] });
    expect((await talk.view()).finishedAt).not.toBeNull();
  });

  test('IN-10: the same person is tried again, and takes it then', async () => {
    const { line, call, talk } = await returnedCall();
    await talk.say({ type: 'manager.triedAgain' }, goodbye);
    expect(await call.offeredTo()).toEqual(['pavel']);
    await call.answers('pavel');
    expect((await talk.view()).conversation?.step.name).toBe('handedOver');
    expect((await countsOf(line)).appeals).toBe(0);
  });
});

describe.each(dialects)('the route contract on %s', (dialect) => {
  test('what does not fit the route rolls the whole goodbye back, and the call stays at its closing', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say(products, ...throughTheCard);
    const { store, world } = line;
    await store.tx(async (db) => {
      await db.q.insert(db.t.reactions).values({
        id: 'stray',
        appealId: 'stray',
        callId: call.callId,
        route: 'commercial',
        type: 'incomingCall',
        topic: 'лишняя',
        note: '',
        departmentId: 'client',
        employeeId: 'anna',
        happenedAt: world.now(),
        createdAt: world.now(),
        version: 1,
      });
    });
    const commands = line.telephony.sent.length;
    await expect(talk.at('closing', goodbye)).rejects.toBeInstanceOf(RouteContractBroken);
    await line.dispatch();
    expect(await countsOf(line)).toMatchObject({ cards: 0, appeals: 0, next: [] });
    expect(line.telephony.sent).toHaveLength(commands);
    expect(await talk.step()).toBe('closing');
    await call.expectPhase('talking');
  });

  test('CARD: a reaction written down by «+» during the call is no part of the route', async () => {
    const { line, call } = await answeredCall(dialect);
    const talk = talkOf(call, 'anna');
    await talk.say(products, ...throughTheCard);
    const another = recordReactionSchema.parse({
      counterparty: { use: 'new', fields: { name: 'ООО «Ромашка»', city: 'Кемерово', contactPerson: '—' } },
      appeal: { use: 'new', topic: 'Другое дело' },
      reaction: { type: 'other', topic: 'Другое дело' },
      nextReactions: [
        {
          responsible: { kind: 'department', departmentKind: 'client' },
          dueAt: line.world.now() + 3_600_000,
        },
      ],
      callId: call.callId,
    });
    await recordReaction(line.world.as(line.company.as('anna')), another);
    await talk.say(goodbye);
    expect((await countsOf(line)).reactions.sort()).toEqual(['commercial', null]);
    expect((await talk.view()).records.counterparty?.name).toBe('ООО «Василёк»');
    await call.expectPhase('handingOver');
  });
});
