import { describe, expect, test } from 'vitest';
import { dialects } from '@/db/testing';
import { hourMs } from '@/lib/domain/duration';
import { callerNumber, openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { getCallView } from './get-call';
import { listMyCalls } from './list-my-calls';

async function handedToSales(dialect: (typeof dialects)[number]) {
  const line = await openLine(dialect);
  await line.available('anna', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const talk = talkOf(call, 'anna');
  await talk.say({ type: 'caller.askedAboutProducts' }, ...throughTheCard);
  await talk.say({ type: 'manager.filledIn', patch: { note: 'просит рассрочку' } });
  await talk.say({ type: 'manager.saidGoodbye' });
  const seenBy = (name: 'anna' | 'pavel') =>
    getCallView(line.world.as(line.company.as(name)), { callId: call.callId });
  return { line, call, seenBy };
}

describe.each(dialects)('a call in the bar on %s', (dialect) => {
  test('that is handed over shows card, appeal and path while it rings', async () => {
    const { line } = await handedToSales(dialect);
    const { calls } = await listMyCalls(line.world.as(line.company.as('pavel')));
    expect(calls).toMatchObject([
      {
        offer: { purpose: 'handOver' },
        owner: { id: 'anna' },
        candidates: [{ card: { name: 'ООО «Василёк»', city: 'Кемерово' } }],
        records: { appeal: { topic: expect.any(String) } },
        saidSoFar: { trail: expect.arrayContaining(['greeting', 'fillingCard']), note: 'просит рассрочку' },
      },
    ]);
  });

  test('stays the call of whoever took it, also after they hung up', async () => {
    const { line, call, seenBy } = await handedToSales(dialect);
    expect((await seenBy('pavel')).isTaken).toBe(false);
    await call.answers('pavel');
    expect((await seenBy('pavel')).isTaken).toBe(true);
    await call.leaves('pavel');
    await line.dispatch();
    expect(await seenBy('pavel')).toMatchObject({ claimedBy: null, isTaken: true });
    expect((await seenBy('anna')).isTaken).toBe(false);
  });
});

describe.each(dialects)('a crowd that rings at one person on %s', (dialect) => {
  test('is shown by those who have waited longest, and by how many more there are', async () => {
    const line = await openLine(dialect);
    await line.available('boris');
    const calls: string[] = [];
    for (let each = 0; each < 8; each += 1) {
      line.world.pass(100);
      calls.push((await line.callerCalls({ from: `+791300000${each}0` })).callId);
    }
    const shown = await listMyCalls(line.world.as(line.company.as('boris')));
    expect(shown.calls.map(({ id }) => id)).toEqual(calls.slice(0, 5));
    expect(shown.moreRinging).toBe(3);
  });

  test('does not hide a call that is handed over to that person', async () => {
    const line = await openLine(dialect);
    await line.available('anna', 'boris');
    for (let each = 0; each < 6; each += 1) {
      line.world.pass(100);
      await line.callerCalls({ from: `+791300000${each}0` });
    }
    line.world.pass(100);
    const late = await line.callerCalls();
    await late.callerJoins();
    await late.answers('anna');
    await late.handsOver({ kind: 'employee', employeeId: 'boris' });
    const shown = await listMyCalls(line.world.as(line.company.as('boris')));
    expect(shown.calls.map(({ id }) => id)).toContain(late.callId);
    expect(shown.moreRinging).toBe(2);
  });
});

describe.each(dialects)('last words that the line refused on %s', (dialect) => {
  const refused = { result: 'refused', problem: '21218 invalid twiml' } as const;

  test('are shown for an hour to the department of the call, and to nobody else', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    line.telephony.nextAnswers.push(refused);
    await line.pass(1);
    await call.expectPhase('ended');
    const shownTo = async (name: 'anna' | 'boris' | 'pavel') =>
      (await listMyCalls(line.world.as(line.company.as(name)))).lostWords;
    const lost = { callId: call.callId, caller: { e164: callerNumber }, attempts: 1 };
    expect(await shownTo('anna')).toMatchObject([lost]);
    expect(await shownTo('boris')).toMatchObject([lost]);
    expect(await shownTo('pavel')).toEqual([]);
    line.world.pass(hourMs);
    expect(await shownTo('anna')).toEqual([]);
  });

  test('are lost too when the caller was to leave a message after them (S6)', async () => {
    const line = await openLine(dialect);
    await line.store.tx(async (db) => {
      await db.q.update(db.t.departments).set({ takesMessages: true });
    });
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(119);
    line.telephony.nextAnswers.push(refused);
    await line.pass(1);
    const { lostWords } = await listMyCalls(line.world.as(line.company.as('anna')));
    expect(lostWords).toMatchObject([{ callId: call.callId }]);
  });

  test('are nobody’s trouble when they were said', async () => {
    const line = await openLine(dialect);
    const call = await line.callerCalls();
    await call.callerJoins();
    await line.pass(121);
    await call.expectPhase('ended');
    expect((await listMyCalls(line.world.as(line.company.as('anna')))).lostWords).toEqual([]);
  });
});
