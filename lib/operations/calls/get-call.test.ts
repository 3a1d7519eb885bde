import { describe, expect, test } from 'vitest';
import { insertCities } from '@/db/cities';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import type { TestName } from '@/lib/operations/employees/testing';
import { cityRow } from '@/lib/operations/settings/city-row';
import { openLine, type TestCall } from '@/tests/call-driver';
import { talkOf, throughTheCard, wholeCard } from '@/tests/talk-driver';
import { getCallView } from './get-call';
import { listMyCalls } from './list-my-calls';

const askedAboutProducts = { type: 'caller.askedAboutProducts' } as const;
const goodbye = { type: 'manager.saidGoodbye' } as const;
const typedName = wholeCard.patch.card.name;

async function calling(dialect: Dialect, ...available: TestName[]) {
  const line = await openLine(dialect);
  await line.available('anna', ...available);
  const call = await line.callerCalls();
  await call.callerJoins();
  return { line, call };
}

const readBy = (call: TestCall, name: TestName, standsInFor: TestName[] = []) => {
  const { world, company } = call.line;
  return getCallView(world.as(company.as(name, standsInFor)), { callId: call.callId });
};

async function listedTo(call: TestCall, name: TestName) {
  const { world, company } = call.line;
  const { calls } = await listMyCalls(world.as(company.as(name)));
  return calls.find(({ id }) => id === call.callId);
}

const draftOf = async (view: ReturnType<typeof readBy>) => (await view).conversation?.draft.card.name;

describe.each(dialects)('a call on %s', (dialect) => {
  test('is shown with the code of a city that the company added, and the card begins with it', async () => {
    const { line, call } = await calling(dialect);
    const city = { name: 'Полысаево', nameEn: '', region: '', timeZone: 'Asia/Novokuznetsk' };
    const { world } = line;
    const row = cityRow({ ...city, diallingCodes: ['38425'] }, 'polysaevo', world.now());
    await line.store.tx((db) => insertCities(db, [row]));
    await call.answers('anna');
    const view = await readBy(call, 'anna');
    expect(view.caller.display).toBe('+7 (38425) 8-12-34');
    expect(view.conversation?.draft.card.phone).toBe('+7 (38425) 8-12-34');
    expect((await listedTo(call, 'anna'))?.caller.display).toBe('+7 (38425) 8-12-34');
  });

  test('that a colleague took is no longer open to those at whom it rang', async () => {
    const { call } = await calling(dialect, 'boris', 'clara');
    expect((await readBy(call, 'boris')).offer).toMatchObject({ purpose: 'inbound' });
    await call.answers('anna');
    await talkOf(call, 'anna').say(askedAboutProducts, wholeCard);
    await expect(readBy(call, 'boris')).rejects.toMatchObject({ code: 'notFound' });
    expect(await draftOf(readBy(call, 'anna'))).toBe(typedName);
    expect(await draftOf(readBy(call, 'boris', ['anna']))).toBe(typedName);
    expect(await draftOf(readBy(call, 'clara'))).toBe(typedName);
    expect(await draftOf(readBy(call, 'marina'))).toBe(typedName);
    await call.callerHangsUp();
    await expect(readBy(call, 'boris')).rejects.toMatchObject({ code: 'notFound' });
    expect(await draftOf(readBy(call, 'anna'))).toBe(typedName);
  });

  test('that rings at the department again shows the caller, and the draft to whoever takes it', async () => {
    const { line, call } = await calling(dialect, 'boris');
    await call.answers('anna');
    await talkOf(call, 'anna').say(askedAboutProducts, wholeCard);
    await call.leaves('anna');
    await line.onBreak('anna');
    await line.pass(20);
    expect(await call.offeredTo()).toEqual(['boris']);
    expect(await readBy(call, 'boris')).toMatchObject({ caller: { kind: 'number' }, conversation: null });
    expect(await listedTo(call, 'boris')).toMatchObject({
      offer: { purpose: 'inbound' },
      saidSoFar: null,
    });
    await call.claims('boris');
    expect(await draftOf(readBy(call, 'boris'))).toBe(typedName);
  });

  test('claimed by a phone that never joined is not theirs after its end', async () => {
    const { line, call } = await calling(dialect, 'boris');
    await call.answers('anna');
    await talkOf(call, 'anna').say(askedAboutProducts);
    await call.leaves('anna');
    await line.onBreak('anna');
    await line.pass(20);
    await call.claims('boris');
    await call.callerHangsUp();
    await expect(readBy(call, 'boris')).rejects.toMatchObject({ code: 'notFound' });
  });

  test('handed over shows card, appeal and path while it rings, and for good to whoever took it', async () => {
    const { call } = await calling(dialect, 'pavel', 'polina');
    await call.answers('anna');
    await talkOf(call, 'anna').say(askedAboutProducts, ...throughTheCard, goodbye);
    for (const name of ['pavel', 'polina'] as const) {
      const view = await readBy(call, name);
      expect(view).toMatchObject({ offer: { purpose: 'handOver' }, route: 'commercial' });
      expect(view.records.counterparty?.name).toBe(typedName);
      expect(view.conversation?.trail).toContain('fillingCard');
    }
    await call.answers('pavel');
    await expect(readBy(call, 'polina')).rejects.toMatchObject({ code: 'notFound' });
    expect(await draftOf(readBy(call, 'pavel'))).toBe(typedName);
    await call.callerHangsUp();
    expect(await draftOf(readBy(call, 'pavel'))).toBe(typedName);
    await expect(readBy(call, 'polina')).rejects.toMatchObject({ code: 'notFound' });
  });

  test('shows every card of the number while it concerns a person, and later those of their work (CS-10)', async () => {
    const { line, call } = await calling(dialect, 'pavel');
    await makeTestCard(line.world, line.company, { name: 'ИП Петров', phones: phones('8 (3842) 58-12-34') });
    const shownTo = async (name: TestName) =>
      (await readBy(call, name)).candidates.map(({ card }) => card.name).toSorted();
    await call.answers('anna');
    await talkOf(call, 'anna').say(askedAboutProducts, ...throughTheCard, goodbye);
    expect(await shownTo('pavel')).toEqual(['ИП Петров', typedName]);
    await call.answers('pavel');
    expect(await shownTo('pavel')).toEqual(['ИП Петров', typedName]);
    await call.callerHangsUp();
    expect(await shownTo('pavel')).toEqual([typedName]);
    expect(await shownTo('anna')).toEqual(['ИП Петров', typedName]);
  });

  test('handed over that nobody took is closed again to those at whom it rang', async () => {
    const { line, call } = await calling(dialect, 'pavel');
    await call.answers('anna');
    await talkOf(call, 'anna').say(askedAboutProducts, ...throughTheCard, goodbye);
    await line.pass(25);
    await expect(readBy(call, 'pavel')).rejects.toMatchObject({ code: 'notFound' });
  });
});
