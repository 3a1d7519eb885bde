import type { ReportedEvent } from '@/lib/domain/call-scripts/events';
import { inboundCall } from '@/lib/domain/call-scripts/inbound-call.script';
import type { CallView } from '@/lib/domain/calls/call-view';
import { expect } from './console';
import type { Line, LineCall } from './line';
import type { Person } from './person';
import { nothingWritten, type Written } from './records';
import {
  card,
  complaint,
  confirmed,
  described,
  goodbye,
  managers,
  test,
  told,
  wholeCommercial,
} from './team';

const wrongNumber: ReportedEvent = { type: 'caller.hadNoBusiness', reason: 'wrongNumber' };
/** Gromov takes what is handed over, and the lead with it. */
const ofIn2 = (route: string): Written => ({
  reactions: [`incomingCall ${route}`],
  nextReactions: ['sales gromov'],
  appeals: 1,
  counterparties: 1,
  leads: 1,
});
const toManagement = (route: string): Written => ({
  ...ofIn2(route),
  nextReactions: ['management'],
  leads: 0,
});

/** A conversation that is led to a step, loses its console there, and is finished afterwards. */
type Conversation = {
  step: string;
  way: (ids: { client: string; prospect: string; gromov: string }) => ReportedEvent[];
  typed?: ReportedEvent;
  onward: ReportedEvent[];
  written: Written;
  newCards?: number;
  /** Sales declines what is handed over, once; the manager takes it back before the console dies, or after. */
  comesBack?: 'before' | 'after';
  isHandedOver?: boolean;
};

const fromReason: Conversation = {
  step: 'namingReason',
  way: () => [told('caller.hadNoBusiness')],
  onward: [wrongNumber, goodbye],
  written: nothingWritten,
};
const commercial: Conversation = {
  step: 'fillingCard',
  way: () => [told('caller.askedAboutProducts')],
  typed: { type: 'manager.filledIn', patch: { card: { name: 'ООО «Васи', city: 'Кемер' } } },
  onward: [card, confirmed, described, goodbye],
  written: ofIn2('commercial'),
  newCards: 1,
  isHandedOver: true,
};
const declined: Conversation = {
  ...commercial,
  way: () => [...wholeCommercial, goodbye],
  typed: undefined,
  onward: [told('manager.promisedCallBack'), goodbye],
  written: { ...ofIn2('commercial'), nextReactions: ['sales'] },
  isHandedOver: false,
};
const support = [told('caller.askedForSupport'), told('caller.wasClient')];

/** Side by side, one for each manager; every row ends with the console killed. */
const crashes: Conversation[][] = [
  [
    {
      ...commercial,
      step: 'greeting',
      way: () => [],
      typed: undefined,
      onward: [...wholeCommercial, goodbye],
    },
    {
      step: 'namingSalesManager',
      way: () => [told('caller.askedForSalesManager')],
      onward: [told('caller.namedNobody'), card, confirmed, described, goodbye],
      written: ofIn2('commercial'),
      newCards: 1,
      isHandedOver: true,
    },
    {
      step: 'establishingStatus',
      way: () => [told('caller.askedForSupport')],
      onward: [told('caller.wasNeither'), card, confirmed, described, goodbye],
      written: ofIn2('supportNeither'),
      newCards: 1,
      isHandedOver: true,
    },
    {
      ...commercial,
      step: 'handingOver',
      way: () => [...wholeCommercial, goodbye],
      typed: undefined,
      onward: [],
    },
  ],
  [
    {
      step: 'findingCard',
      way: () => support,
      onward: [told('manager.foundNoCard'), card, confirmed, described, goodbye],
      written: ofIn2('supportNeither'),
      newCards: 1,
      isHandedOver: true,
    },
    {
      step: 'warningOfProspect',
      way: ({ prospect }) => [...support, { type: 'manager.choseCounterparty', counterpartyId: prospect }],
      onward: [told('manager.wentOnAsNeither'), card, confirmed, described, goodbye],
      written: ofIn2('supportNeither'),
      isHandedOver: true,
    },
    {
      step: 'takingComplaint',
      way: () => [told('caller.complained')],
      typed: complaint,
      onward: [
        told('manager.tookDownComplaint'),
        card,
        confirmed,
        described,
        told('manager.keptCall'),
        goodbye,
      ],
      written: {
        ...ofIn2('complaint'),
        reactions: ['complaint complaint'],
        nextReactions: ['management melnikov', 'support lisitsyn'],
        leads: 0,
      },
      newCards: 1,
    },
    { ...declined, step: 'returned', comesBack: 'before' },
  ],
  [
    commercial,
    {
      ...commercial,
      step: 'describingAppeal',
      way: () => wholeCommercial.slice(0, -1),
      typed: {
        type: 'manager.filledIn',
        patch: { appeal: { topic: 'Запрос цен по ArchiCredit', note: 'до пятн' } },
      },
      onward: [described, goodbye],
    },
    {
      step: 'decidingComplaintTransfer',
      way: ({ client }) => [
        told('caller.complained'),
        complaint,
        told('manager.tookDownComplaint'),
        { type: 'manager.choseCounterparty', counterpartyId: client },
        card,
        confirmed,
        described,
      ],
      onward: [{ type: 'manager.choseDepartment', departmentKind: 'sales' }, goodbye],
      written: {
        ...ofIn2('complaint'),
        reactions: ['complaint complaint'],
        nextReactions: ['management melnikov', 'support lisitsyn'],
        leads: 0,
      },
      isHandedOver: true,
    },
    {
      step: 'namingEmployee',
      way: () => [told('caller.askedForEmployee')],
      onward: [told('caller.namedNobody'), card, confirmed, described, told('manager.promisedCall'), goodbye],
      written: toManagement('unclear'),
      newCards: 1,
    },
  ],
  [
    {
      step: 'promisingCall',
      way: () => [told('caller.proposedCooperation'), card, confirmed, described],
      onward: [told('manager.promisedCall'), goodbye],
      written: toManagement('cooperation'),
      newCards: 1,
    },
    fromReason,
    { ...commercial, step: 'closing', way: () => wholeCommercial, typed: undefined, onward: [goodbye] },
    {
      step: 'closing',
      way: ({ gromov }) => [
        told('caller.askedForSalesManager'),
        { type: 'caller.namedEmployee', employeeId: gromov },
      ],
      onward: [goodbye],
      written: nothingWritten,
      isHandedOver: true,
    },
  ],
  [{ ...declined, step: 'returning', comesBack: 'after' }],
];

const place = (view: CallView) => ({
  phase: view.phase,
  step: view.conversation?.step.name,
  draft: view.conversation?.draft,
  trail: view.conversation?.trail,
  status: view.conversation?.status,
  version: view.conversation?.version,
  records: view.records,
  offered: view.handOver?.ringing,
});

test('the console dies at every step at which a conversation stands', () => {
  const { states } = inboundCall.machine;
  const steps = Object.keys(states).filter((step) => states[step as keyof typeof states]?.type !== 'final');
  expect([...new Set(crashes.flat().map(({ step }) => step))].sort()).toEqual(steps.sort());
});

for (const [wave, conversations] of crashes.entries()) {
  const steps = conversations.map(({ step }) => step).join(', ');
  test(`IN-6: the console dies at ${steps}: callers stay, and every conversation goes on`, async ({
    callboard,
    line,
    team,
  }) => {
    const { records, sales } = team;
    const ids = {
      client: records.counterparty('client'),
      prospect: records.counterparty('prospect'),
      gromov: sales.id,
    };
    const before = records.totals();
    const talks: { talk: Conversation; manager: Person; call: LineCall; callId: string; seen: CallView }[] =
      [];
    for (const [at, talk] of conversations.entries()) {
      const manager = team.managers[managers[at]!];
      const from = `+73842580${wave}${at}0`;
      const call = await line.call({ from });
      const { id: callId } = await manager.offeredFrom(from);
      await manager.answers(callId);
      await manager.say(callId, ...talk.way(ids));
      if (talk.comesBack) await isDeclined(callId, from, sales);
      if (talk.comesBack === 'before') await isTakenBack(callId, from, manager);
      const note: ReportedEvent = { type: 'manager.filledIn', patch: { note: `Слышно плохо, ${at}` } };
      talks.push({ talk, manager, call, callId, seen: await manager.call(callId) });
      await manager.say(callId, ...(talk.typed ? [talk.typed] : []), note);
    }
    for (const each of talks) each.seen = await each.manager.call(each.callId);

    await callboard.crash();
    for (const person of team.everybody) await person.opensConsole();

    for (const { talk, manager, call, callId, seen } of talks) {
      expect(seen.conversation?.step.name).toBe(talk.step);
      expect(seen.conversation?.draft.note).toContain('Слышно плохо');
      const after = await manager.call(callId);
      expect(place(after)).toEqual(place(seen));
      const { hasEnded, conference } = await line.callOf(call.sid);
      expect({ hasEnded, conference }).toEqual({ hasEnded: false, conference: `c_${callId.toLowerCase()}` });
    }
    for (const { talk, manager, call, callId } of talks) {
      if (talk.comesBack === 'after') await isTakenBack(callId, call.from, manager);
      await manager.say(callId, ...talk.onward);
      if (talk.isHandedOver) await isTakenBy(sales, call, callId, line);
      await expect.poll(async () => (await line.callOf(call.sid)).hasEnded).toBe(true);
      await expect.poll(async () => (await manager.call(callId)).phase).toBe('ended');
      expect({ step: talk.step, ...records.ofCall(callId) }).toEqual({ step: talk.step, ...talk.written });
      expect((await manager.call(callId)).troubles).toEqual([]);
    }
    expect(records.totals()).toEqual(afterAll(before, conversations));
  });
}

async function isDeclined(callId: string, from: string, sales: Person): Promise<void> {
  await sales.offeredFrom(from);
  await sales.done('POST', `/calls/${callId}/decline`, { reason: 'other', words: 'на встрече' });
}

async function isTakenBack(callId: string, from: string, manager: Person): Promise<void> {
  await manager.offeredFrom(from);
  await manager.answers(callId);
}

async function isTakenBy(sales: Person, call: LineCall, callId: string, line: Line): Promise<void> {
  await sales.offeredFrom(call.from);
  await sales.answers(callId);
  await expect.poll(async () => (await line.callOf(call.sid)).hold).toBe(false);
  await line.hangUp(call.sid);
}

function afterAll(before: Record<string, number>, conversations: readonly Conversation[]) {
  const sum = (count: (talk: Conversation) => number) =>
    conversations.reduce((total, talk) => total + count(talk), 0);
  return {
    counterparties: before.counterparties! + sum(({ newCards }) => newCards ?? 0),
    appeals: before.appeals! + sum(({ written }) => written.appeals),
    reactions: before.reactions! + sum(({ written }) => written.reactions.length),
    next_reactions: before.next_reactions! + sum(({ written }) => written.nextReactions.length),
    leads: before.leads! + sum(({ written }) => written.leads),
  };
}
