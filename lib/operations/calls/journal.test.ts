import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { findHandOversTaken, listCallClaims } from '@/db/call-claims';
import { dialects } from '@/db/testing';
import { takeOverCall } from '@/lib/operations/call-scripts/take-over-call';
import type { Context } from '@/lib/operations/context';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine, type TestCall, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard, wholeCard } from '@/tests/talk-driver';
import { type JournalFilter, listCalls } from './list-calls';
import { listUnfinishedCalls } from './list-unfinished-calls';
import { reviewCall } from './review-call';
import { reviewableCalls } from './reviewable-calls';

vi.mock('@/db/call-claims', { spy: true });

const asPerson = (line: TestLine, name: TestName, substitutesFor: readonly TestName[] = []) =>
  line.world.as(line.company.as(name, substitutesFor));

const journalOf = (
  line: TestLine,
  name: TestName,
  filter: Partial<JournalFilter> & { after?: string } = {},
  limit = 50,
) => listCalls(asPerson(line, name), { show: 'all', limit, ...filter });

const idsOf = async (page: ReturnType<typeof journalOf>) => (await page).rows.map(({ id }) => id);

async function answered(line: TestLine, name: TestName): Promise<TestCall> {
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers(name);
  return call;
}

/** One call of each kind: handed over to sales, broken off in mid-step, given up by the caller, ended as no business. */
async function someCalls(line: TestLine) {
  await line.available('anna', 'boris', 'pavel');
  const handedOver = await answered(line, 'anna');
  await talkOf(handedOver, 'anna').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, {
    type: 'manager.saidGoodbye',
  });
  await handedOver.answers('pavel');
  await line.pass(5);
  await handedOver.callerHangsUp();
  line.world.pass(1000);
  const brokenOff = await answered(line, 'anna');
  await talkOf(brokenOff, 'anna').say({ type: 'caller.askedAboutProducts' }, wholeCard);
  await brokenOff.callerHangsUp();
  line.world.pass(1000);
  const givenUp = await line.callerCalls({ from: 'anonymous' });
  await givenUp.callerJoins();
  await givenUp.callerHangsUp();
  line.world.pass(1000);
  const noBusiness = await answered(line, 'boris');
  await talkOf(noBusiness, 'boris').say(
    { type: 'caller.hadNoBusiness' },
    { type: 'caller.hadNoBusiness', reason: 'advertising' },
    { type: 'manager.saidGoodbye' },
  );
  await noBusiness.callerHangsUp();
  await line.pass(20);
  return { handedOver, brokenOff, givenUp, noBusiness };
}

const unfinishedOf = (context: Context, page: Parameters<typeof listUnfinishedCalls>[1] = { limit: 50 }) =>
  listUnfinishedCalls(context, page);

describe.each(dialects)('the journal on %s', (dialect) => {
  test('narrows unfinished calls to their owner, and counts those alone (IN-6)', async () => {
    const line = await openLine(dialect);
    const { brokenOff } = await someCalls(line);
    const ownerId = (await brokenOff.row()).ownerId!;
    const clara = asPerson(line, 'clara');
    const own = await unfinishedOf(clara, { employeeId: ownerId, limit: 50 });
    expect(own.rows.map(({ id }) => id)).toContain(brokenOff.callId);
    expect(own.count).toBe(own.rows.length);
    expect(await unfinishedOf(clara, { employeeId: 'pavel', limit: 50 })).toMatchObject({
      rows: [],
      count: 0,
    });
    const others = ownerId === 'anna' ? 'boris' : 'anna';
    expect((await unfinishedOf(asPerson(line, others), { employeeId: ownerId, limit: 50 })).rows).toEqual([]);
  });

  test('is offered as a way to a call only to whoever may review it', async () => {
    const line = await openLine(dialect);
    const { handedOver, brokenOff } = await someCalls(line);
    const seenBy = (name: TestName) =>
      reviewableCalls(line.store.read, line.company.as(name), [handedOver.callId, null, brokenOff.callId]);
    expect(await seenBy('pavel')).toEqual(new Set([handedOver.callId]));
    expect(await seenBy('anna')).toEqual(new Set([handedOver.callId, brokenOff.callId]));
    expect(await seenBy('stepan')).toEqual(new Set());
  });

  test('finds the calls of a number however it is written', async () => {
    const line = await openLine(dialect);
    await line.available('anna');
    const call = await line.callerCalls({ from: '+73842581234' });
    await line.callerCalls({ from: '+79131112233' });
    expect(await idsOf(journalOf(line, 'anna', { caller: '8 (3842) 58-12-34' }))).toEqual([call.callId]);
    expect(await idsOf(journalOf(line, 'anna', { caller: 'нет номера' }))).toEqual([]);
  });

  test('reads who took calls over once for a page of them', async () => {
    const line = await openLine(dialect);
    const { handedOver } = await someCalls(line);
    vi.mocked(findHandOversTaken).mockClear();
    vi.mocked(listCallClaims).mockClear();
    const { rows } = await journalOf(line, 'gleb');
    expect(rows.find(({ id }) => id === handedOver.callId)).toMatchObject({ handedOverTo: { id: 'pavel' } });
    expect(findHandOversTaken).toHaveBeenCalledTimes(1);
    expect(listCallClaims).not.toHaveBeenCalled();
  });

  test('it lists calls newest first, with who led them, who took them over and how they came out', async () => {
    const line = await openLine(dialect);
    const { handedOver, brokenOff, givenUp, noBusiness } = await someCalls(line);
    const { rows } = await journalOf(line, 'boris');
    expect(rows.map(({ id }) => id)).toEqual(
      [noBusiness, givenUp, brokenOff, handedOver].map(({ callId }) => callId),
    );
    expect(rows[3]).toMatchObject({
      route: 'commercial',
      outcome: 'answered',
      owner: { id: 'anna' },
      handedOverTo: { id: 'pavel' },
      counterparty: { name: 'ООО «Василёк»' },
      endedBy: 'caller',
      talkMs: 5_000,
    });
    expect(rows[1]).toMatchObject({
      outcome: 'abandoned',
      caller: { kind: 'withheld' },
      owner: null,
      talkMs: null,
    });
  });

  test('IN-7: a call without a card of its own shows the cards of its number', async () => {
    const line = await openLine(dialect);
    const { brokenOff } = await someCalls(line);
    const { rows } = await journalOf(line, 'boris');
    const row = rows.find(({ id }) => id === brokenOff.callId);
    expect(row).toMatchObject({ counterparty: null, cardsOfNumber: [{ name: 'ООО «Василёк»' }] });
  });

  test('it is filtered by what came of a call, by route, by person and by time', async () => {
    const line = await openLine(dialect);
    const { handedOver, brokenOff, givenUp, noBusiness } = await someCalls(line);
    expect(await idsOf(journalOf(line, 'clara', { show: 'missed' }))).toEqual([givenUp.callId]);
    expect(await idsOf(journalOf(line, 'clara', { show: 'unfinished' }))).toEqual([brokenOff.callId]);
    expect(await idsOf(journalOf(line, 'clara', { route: 'noBusiness' }))).toEqual([noBusiness.callId]);
    expect(await idsOf(journalOf(line, 'clara', { employeeId: 'pavel' }))).toEqual([handedOver.callId]);
    const { arrivedAt } = await brokenOff.row();
    expect(await idsOf(journalOf(line, 'clara', { from: arrivedAt, until: arrivedAt + 1 }))).toEqual([
      brokenOff.callId,
    ]);
  });

  test('its pages follow one another without a gap from either end, whatever rings meanwhile', async () => {
    const line = await openLine(dialect);
    const { handedOver, brokenOff, givenUp, noBusiness } = await someCalls(line);
    const first = await journalOf(line, 'clara', {}, 2);
    expect(first.rows.map(({ id }) => id)).toEqual([noBusiness.callId, givenUp.callId]);
    await line.callerCalls();
    const second = await journalOf(line, 'clara', { after: first.next! }, 2);
    expect(second.rows.map(({ id }) => id)).toEqual([brokenOff.callId, handedOver.callId]);
    expect(second.next).toBeNull();

    const order = 'oldest';
    const earliest = await journalOf(line, 'clara', { order }, 2);
    expect(earliest.rows.map(({ id }) => id)).toEqual([handedOver.callId, brokenOff.callId]);
    const later = await journalOf(line, 'clara', { order, after: earliest.next! }, 2);
    expect(later.rows.map(({ id }) => id)).toEqual([givenUp.callId, noBusiness.callId]);
  });

  test('the head of sales reads the calls handed over to sales, and a sales manager no journal', async () => {
    const line = await openLine(dialect);
    const { handedOver } = await someCalls(line);
    expect(await idsOf(journalOf(line, 'polina'))).toEqual([handedOver.callId]);
    expect(await idsOf(journalOf(line, 'sofia'))).toEqual([]);
    await expect(journalOf(line, 'pavel')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await idsOf(journalOf(line, 'gleb'))).toHaveLength(4);
  });
});

describe.each(dialects)('the review of a call on %s', (dialect) => {
  test('it tells the path with the time at each step, the records, the offers and what the line told', async () => {
    const line = await openLine(dialect);
    const { handedOver } = await someCalls(line);
    const review = await reviewCall(asPerson(line, 'gleb'), { callId: handedOver.callId });
    expect(review.path.map(({ step, answer }) => [step, answer?.label ?? answer?.type])).toEqual([
      ['greeting', 'askedAboutProducts'],
      ['fillingCard', 'confirmedCard'],
      ['describingAppeal', 'describedAppeal'],
      ['closing', 'saidGoodbye'],
      ['handingOver', 'handOver.answered'],
      ['handedOver', undefined],
    ]);
    expect(review.path[1]!.filled).toContainEqual({ field: 'name', value: 'ООО «Василёк»' });
    expect(review.reactions).toMatchObject([
      { type: 'incomingCall', counterparty: { name: 'ООО «Василёк»' } },
    ]);
    expect(review.nextReactions).toMatchObject([
      { department: { id: 'sales' }, lead: { acceptedAt: expect.any(Number) } },
    ]);
    expect(review.claims.map(({ employee, purpose }) => [employee.id, purpose])).toEqual([
      ['anna', 'inbound'],
      ['pavel', 'handOver'],
    ]);
    expect(
      review.offers.some(({ employee, outcome }) => employee.id === 'pavel' && outcome === 'claimed'),
    ).toBe(true);
    expect(review.facts.find(({ kind }) => kind === 'caller.joined')).toMatchObject({
      effect: 'applied',
      source: 'line',
    });
    expect(review.facts.find(({ kind }) => kind === 'employee.claimed')).toMatchObject({ source: 'console' });
    expect(review.commands.map(({ type }) => type)).toContain('join');
  });

  test('a callback that came late or changed nothing is shown as such', async () => {
    const line = await openLine(dialect);
    const { handedOver } = await someCalls(line);
    await handedOver.callStatus({
      CallSid: handedOver.callSid,
      CallStatus: 'completed',
      SequenceNumber: '99',
      Timestamp: new Date(line.world.now() - 60_000).toUTCString(),
    });
    const { facts } = await reviewCall(asPerson(line, 'gleb'), { callId: handedOver.callId });
    expect(facts.at(-1)).toMatchObject({ kind: 'call.completed', effect: 'ignored' });
    expect(facts.at(-1)?.lateMs).toBeGreaterThan(20_000);
    expect(facts.at(-2)?.lateMs).toBe(0);
  });

  test('a conversation that is not finished is its owner’s, their head’s and the reviewers’', async () => {
    const line = await openLine(dialect);
    const { brokenOff } = await someCalls(line);
    const review = (name: TestName) => reviewCall(asPerson(line, name), { callId: brokenOff.callId });
    for (const name of ['anna', 'clara', 'marina', 'gleb'] as const) {
      expect((await review(name)).path.at(-1)?.step).toBe('fillingCard');
    }
    for (const name of ['boris', 'pavel', 'polina', 'alla'] as const) {
      await expect(review(name)).rejects.toMatchObject({ code: 'notFound' });
    }
  });

  test('a finished conversation is read by the whole client department and by who took it over', async () => {
    const line = await openLine(dialect);
    const { handedOver } = await someCalls(line);
    for (const name of ['boris', 'pavel', 'polina'] as const) {
      const { path } = await reviewCall(asPerson(line, name), { callId: handedOver.callId });
      expect(path).not.toEqual([]);
    }
    await expect(reviewCall(asPerson(line, 'stepan'), { callId: handedOver.callId })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('IN-9: the number of a call that was no business of ours may be blocked from its review', async () => {
    const line = await openLine(dialect);
    const { noBusiness, handedOver } = await someCalls(line);
    const blockingOf = async (name: TestName, { callId }: TestCall) =>
      (await reviewCall(asPerson(line, name), { callId })).blocking;
    expect(await blockingOf('boris', noBusiness)).toEqual({ e164: '+73842581234', isBlocked: false });
    expect(await blockingOf('boris', handedOver)).toBeNull();
  });
});

describe.each(dialects)('unfinished calls on %s', (dialect) => {
  test('IN-6: the owner sees where the conversation stands and what was typed, a colleague sees nothing', async () => {
    const line = await openLine(dialect);
    const { brokenOff } = await someCalls(line);
    const own = await unfinishedOf(asPerson(line, 'anna'));
    expect(own).toMatchObject({
      count: 1,
      rows: [
        {
          id: brokenOff.callId,
          step: 'fillingCard',
          typedName: 'ООО «Василёк»',
          may: { finish: true, takeOver: false, discard: true },
        },
      ],
    });
    expect((await unfinishedOf(asPerson(line, 'boris'))).rows).toEqual([]);
  });

  test('IN-6: the head and the substitute may take it over, and then it is theirs', async () => {
    const line = await openLine(dialect);
    const { brokenOff } = await someCalls(line);
    const may = { finish: false, takeOver: true, discard: true };
    const substitute = asPerson(line, 'boris', ['anna']);
    expect((await unfinishedOf(substitute)).rows).toMatchObject([{ may }]);
    const head = asPerson(line, 'clara');
    expect((await unfinishedOf(head)).rows).toMatchObject([{ owner: { id: 'anna' }, may }]);
    await takeOverCall(head, { callId: brokenOff.callId });
    expect((await unfinishedOf(head)).rows).toMatchObject([
      { owner: { id: 'clara' }, may: { finish: true } },
    ]);
    expect((await unfinishedOf(asPerson(line, 'anna'))).count).toBe(0);
  });

  test('who reviews everything sees them all and may do nothing about them', async () => {
    const line = await openLine(dialect);
    await someCalls(line);
    const { rows } = await unfinishedOf(asPerson(line, 'gleb'));
    expect(rows).toMatchObject([{ may: { finish: false, takeOver: false, discard: false } }]);
  });

  test('a conversation that cannot be read stays in the list and can only be discarded', async () => {
    const line = await openLine(dialect);
    await someCalls(line);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.callScriptRuns).set({ snapshot: { value: 'gone', status: 'active' } });
    });
    const { rows } = await unfinishedOf(asPerson(line, 'anna'));
    expect(rows).toMatchObject([{ step: null, may: { finish: false, discard: true } }]);
  });

  test('IN-6: however many there are, every one is reached page by page', async () => {
    const line = await openLine(dialect);
    const { brokenOff, handedOver, noBusiness } = await someCalls(line);
    const since = line.world.now();
    await line.store.tx(async (db) => {
      for (const { callId } of [handedOver, noBusiness]) {
        const unfinished = { unfinishedSince: since, finishedAt: null, ownerId: 'anna' };
        await db.q.update(db.t.calls).set(unfinished).where(eq(db.t.calls.id, callId));
      }
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await unfinishedOf(asPerson(line, 'anna'), { after, limit: 1 });
      expect(page.count).toBe(3);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual([brokenOff.callId, ...[handedOver.callId, noBusiness.callId].sort()]);
  });
});
