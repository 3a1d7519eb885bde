import { describe, expect, test } from 'vitest';
import { getAppeal } from '@/db/appeals';
import { listCallClaims } from '@/db/call-claims';
import { listCallFacts } from '@/db/call-facts';
import { listOpenCallOffers } from '@/db/call-offers';
import { getCallScriptRun } from '@/db/call-scripts';
import { insertCompanyNumber } from '@/db/company-numbers';
import { getCounterparty } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { listOpenDeadlines } from '@/db/deadlines';
import { findLeadOfNextReaction } from '@/db/leads';
import { findMissedCall, listNextReactionsOfReactions } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import type { Store } from '@/db/store';
import { dialects } from '@/db/testing';
import type { CallEvent } from '@/lib/domain/calls/call-event';
import { beginCall, foldCall } from '@/lib/domain/calls/fold-call';
import { defaultLineRecording } from '@/lib/domain/recordings/line-recording';
import { defaultLineOpening } from '@/lib/domain/settings/line-opening';
import { companyNumber, openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { talkOf, wholeCard } from '@/tests/talk-driver';

/** What the line tells of one answered call, each with the sequence and the second it really had. */
const facts = {
  callerJoins: (call: TestCall) =>
    call.conference(
      'participant-join',
      { ParticipantLabel: 'caller', CallSid: call.callSid, Timestamp: second(1) },
      1,
    ),
  employeeJoins: (call: TestCall) =>
    call.conference(
      'participant-join',
      { ParticipantLabel: 'agent_anna_1', CallSid: 'CA-leg', Timestamp: second(5) },
      2,
    ),
  employeeLeaves: (call: TestCall) =>
    call.conference(
      'participant-leave',
      {
        ParticipantLabel: 'agent_anna_1',
        CallSid: 'CA-leg',
        ReasonParticipantLeft: 'participant_hung_up',
        Timestamp: second(60),
      },
      3,
    ),
  conferenceEnds: (call: TestCall) => call.conference('conference-end', { Timestamp: second(61) }, 4),
  callCompletes: (call: TestCall) =>
    call.callStatus({ CallSid: call.callSid, CallStatus: 'completed', Timestamp: second(62) }),
};
const factNames = Object.keys(facts) as (keyof typeof facts)[];
const arrivedAt = Date.UTC(2026, 10, 1, 6, 0, 0);
const second = (seconds: number) => new Date(arrivedAt + seconds * 1000).toUTCString();

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

const orders = permutations(factNames);

/** The facts arrive in that order, and Anna talks between them as soon as the conversation has begun. */
async function play(line: TestLine, order: readonly (keyof typeof facts)[], copies: number, index: number) {
  const call = await line.callerCalls({ from: `+7913${String(index).padStart(7, '0')}` });
  await call.claims('anna');
  for (const name of order) {
    for (let copy = 0; copy < copies; copy += 1) await facts[name](call);
    await confirmsCard(call);
  }
  for (const name of order.slice(0, copies - 1)) await facts[name](call);
  return call;
}

/** Through the commercial route; what ended before its conversation began is led when its outcome is decided. */
async function confirmsCard(call: TestCall): Promise<void> {
  const run = await getCallScriptRun(call.line.store.read, call.callId);
  if (run?.step !== 'greeting') return;
  const talk = talkOf(call, 'anna');
  await talk.at('greeting', { type: 'caller.askedAboutProducts' });
  await talk.at('fillingCard', wholeCard);
  await talk.at('fillingCard', { type: 'manager.confirmedCard' });
}

async function finishes(call: TestCall): Promise<void> {
  const talk = talkOf(call, 'anna');
  await talk.at('describingAppeal', { type: 'manager.describedAppeal' });
  await talk.at('closing', { type: 'manager.saidGoodbye' });
}

/** What names another row, or this one in the order of its making. */
const names = new Set([
  'id',
  'number',
  'appealId',
  'callId',
  'counterpartyId',
  'nextReactionId',
  'reactionId',
]);
const nameless = (row: object) => Object.fromEntries(Object.entries(row).filter(([key]) => !names.has(key)));

/** Everything that the route wrote, whatever it is called. */
async function recordsOf({ read }: Store, callId: string) {
  const reactions = await listReactionsOfCall(read, callId);
  const appeals = await Promise.all(
    reactions.map(async ({ appealId }) => (await getAppeal(read, appealId))!),
  );
  const cardIds = appeals.map(({ counterpartyId }) => counterpartyId);
  const cards = await Promise.all(cardIds.map(async (id) => (await getCounterparty(read, id))!));
  const next = await listNextReactionsOfReactions(
    read,
    reactions.map(({ id }) => id),
  );
  const leads = await Promise.all(next.map(async ({ id }) => (await findLeadOfNextReaction(read, id))!));
  const phones = await listPhonesOfCounterparties(read, cardIds);
  return {
    reactions: reactions.map(nameless),
    appeals: appeals.map(nameless),
    cards: cards.map(nameless),
    phones: phones.map(nameless),
    nextReactions: next.map(nameless),
    leads: leads.map(nameless),
  };
}

/** Everything that may not depend on the order: columns, claim, records, and that nothing is left open. */
async function endStateOf(line: TestLine, call: TestCall) {
  const { store } = line;
  const row = await call.row();
  const run = await getCallScriptRun(store.read, call.callId);
  const [claim] = await listCallClaims(store.read, call.callId);
  return {
    phase: row.phase,
    outcome: row.outcome,
    answeredAt: row.answeredAt,
    endedAt: row.endedAt,
    endedBy: row.endedBy,
    ownerId: row.ownerId,
    departmentId: row.departmentId,
    quarantinedAt: row.quarantinedAt,
    claim: { joinedAt: claim?.joinedAt, leftAt: claim?.leftAt, employeeId: claim?.employeeId },
    isUnfinished: row.unfinishedSince !== null && row.finishedAt === null,
    recordsWrittenAt: row.recordsWrittenAt,
    finishedAt: row.finishedAt,
    finishedBy: row.finishedBy,
    route: row.route,
    run: run && { step: run.step, status: run.status, employeeId: run.employeeId },
    records: await recordsOf(store, call.callId),
    missedCall: await findMissedCall(store.read, call.callId),
    offers: await listOpenCallOffers(store.read, call.callId),
    deadlines: await listOpenDeadlines(store.read, call.callId),
    facts: (await listCallFacts(store.read, call.callId))
      .map(({ kind, occurredAt }) => ({ kind, occurredAt }))
      .filter(({ kind }) => !kind.startsWith('offer.') && !kind.startsWith('claim.'))
      .sort((one, other) => one.kind.localeCompare(other.kind)),
  };
}

describe.each(dialects)('the facts of one call on %s', (dialect) => {
  test.each([1, 2])(
    'end in the same state with the same records in all 120 orders, each told %i times',
    { timeout: 180_000 },
    async (copies) => {
      expect(orders).toHaveLength(120);
      const line = await openLine(dialect);
      await line.available('anna');
      const calls: TestCall[] = [];
      for (const [index, order] of orders.entries()) calls.push(await play(line, order, copies, index));
      await line.pass(16);
      for (const call of calls) {
        await confirmsCard(call);
        expect((await endStateOf(line, call)).isUnfinished).toBe(true);
        await finishes(call);
      }
      await line.pass(1);
      const expected = {
        phase: 'ended',
        outcome: 'answered',
        answeredAt: arrivedAt + 5000,
        endedAt: arrivedAt + 62_000,
        endedBy: 'caller',
        ownerId: 'anna',
        isUnfinished: false,
        run: { step: 'finishedAfterHangUp', status: 'done', employeeId: 'anna' },
        records: {
          reactions: [{ type: 'incomingCall', route: 'commercial', employeeId: 'anna' }],
          appeals: [{ closedAt: null }],
          cards: [{ name: 'ООО «Василёк»', status: 'prospect' }],
          phones: [{ e164: '+73842581234' }],
          nextReactions: [{ responsibleDepartmentId: 'sales', endedAt: null }],
          leads: [{ departmentId: 'sales', acceptedAt: null }],
        },
        missedCall: null,
        offers: [],
        deadlines: [],
      };
      const first = await endStateOf(line, calls[0]!);
      expect(first).toMatchObject(expected);
      for (const [index, call] of calls.entries()) {
        expect(await endStateOf(line, call), orders[index]!.join(' → ')).toEqual(first);
      }
      const { counterparties, appeals, reactions, nextReactions, leads } = line.store.read.t;
      for (const table of [counterparties, appeals, reactions, nextReactions, leads]) {
        expect(await line.store.read.q.$count(table)).toBe(orders.length);
      }
    },
  );

  test('replayed from what was kept give the kept state (I9)', async () => {
    const line = await openLine(dialect);
    const e164 = companyNumber;
    const recorded = { ...defaultLineRecording, recordsConversations: true };
    await line.store.tx((db) =>
      insertCompanyNumber(db, {
        id: 'number',
        e164,
        name: '',
        createdAt: 0,
        disabledAt: null,
        ...recorded,
        ...defaultLineOpening,
      }),
    );
    await line.available('anna', 'pavel');
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers('anna');
    await call.handsOver({ kind: 'department', departmentKind: 'sales' });
    await line.pass(26);
    await call.answers('anna');
    await call.callerHangsUp();
    const [arrived, ...kept] = (await listCallFacts(line.store.read, call.callId)).filter(
      ({ effect }) => effect === 'applied',
    );
    const input = arrived!.event as Parameters<typeof beginCall>[0];
    let folded = beginCall({
      admission: input.admission,
      clientDepartmentId: input.clientDepartmentId,
      times: input.times,
      isRecorded: input.isRecorded,
      arrivedAt: arrived!.occurredAt,
    });
    for (const { event } of kept) {
      const next = foldCall({ snapshot: folded.snapshot, machineVersion: 1 }, event as CallEvent);
      expect(next.result).toBe('applied');
      if (next.result === 'applied') folded = next;
    }
    expect((await call.row()).snapshot).toEqual(JSON.parse(JSON.stringify(folded.snapshot)));
  });
});
