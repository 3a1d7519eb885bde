import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine } from '@/tests/call-driver';
import { talkOf, throughTheCard, wholeCard } from '@/tests/talk-driver';
import { handCallOver } from './hand-call-over';

const askedAboutProducts = { type: 'caller.askedAboutProducts' } as const;

async function answeredCall(dialect: Dialect) {
  const line = await openLine(dialect);
  await line.available('anna', 'pavel');
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const { world, company } = line;
  const handOver = (name: TestName, key?: string) =>
    handCallOver(world.as(company.as(name), key ? { key, bodyHash: key } : undefined), {
      callId: call.callId,
    });
  return { line, call, talk: talkOf(call, 'anna'), handOver };
}

describe.each(dialects)('handing a call over on %s', (dialect) => {
  test('writes the records and rings the next department, once however often it is asked for', async () => {
    const { line, call, talk, handOver } = await answeredCall(dialect);
    await talk.say(askedAboutProducts, ...throughTheCard);
    const first = await handOver('anna', 'K1');
    expect(first).toMatchObject({ callId: call.callId, step: 'handingOver' });
    await expect(handOver('anna', 'K1')).rejects.toMatchObject({ result: first });
    await line.dispatch();
    expect(await call.offeredTo()).toEqual(['pavel']);
    expect(await call.row()).toMatchObject({ phase: 'handingOver', route: 'commercial' });
    const { records } = await talk.view();
    expect(records.nextReactions).toMatchObject([{ department: { id: 'sales' } }]);
    const { appeals, reactions } = line.store.read.t;
    expect(await line.store.read.q.select().from(appeals)).toHaveLength(1);
    expect(await line.store.read.q.select().from(reactions)).toHaveLength(1);
  });

  test('before the closing is refused with the step and what is missing, and changes nothing', async () => {
    const { call, talk, handOver } = await answeredCall(dialect);
    await expect(handOver('anna')).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { step: 'greeting', reason: 'missing', missing: ['purpose'] },
    });
    await talk.say(askedAboutProducts);
    await expect(handOver('anna')).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { step: 'fillingCard', missing: expect.arrayContaining(['name', 'city', 'contactPerson']) },
    });
    await talk.say(wholeCard, { type: 'manager.confirmedCard' });
    await expect(handOver('anna')).rejects.toMatchObject({ details: { step: 'describingAppeal' } });
    await call.expectPhase('talking');
    expect((await talk.view()).records.reactionId).toBeNull();
  });

  test('on a route that hands nobody over is refused, and the call goes on', async () => {
    const { call, talk, handOver } = await answeredCall(dialect);
    await talk.say({ type: 'caller.hadNoBusiness' }, { type: 'caller.hadNoBusiness', reason: 'advertising' });
    await expect(handOver('anna')).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { step: 'closing', reason: 'notPossibleNow', missing: [] },
    });
    await call.expectPhase('talking');
    expect(await talk.step()).toBe('closing');
  });

  test('of a caller who left is refused: the conversation is finished by its goodbye', async () => {
    const { call, talk, handOver } = await answeredCall(dialect);
    await talk.say(askedAboutProducts, ...throughTheCard);
    await call.callerHangsUp();
    await expect(handOver('anna')).rejects.toMatchObject({ code: 'notPossibleNow' });
    expect((await talk.view()).records.reactionId).toBeNull();
  });

  test('is for whom the draft is', async () => {
    const { talk, handOver } = await answeredCall(dialect);
    await talk.say(askedAboutProducts, ...throughTheCard);
    await expect(handOver('boris')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(handOver('pavel')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await handOver('clara')).toMatchObject({ step: 'handingOver' });
  });
});
