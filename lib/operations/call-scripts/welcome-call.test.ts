import { describe, expect, test } from 'vitest';
import { getCallScriptRun } from '@/db/call-scripts';
import { listNextReactionsOfAppeals } from '@/db/next-reactions';
import { dialects } from '@/db/testing';
import { currentWelcomeCall } from '@/lib/domain/call-scripts/catalog';
import type { HandOverFolder } from '@/lib/domain/folders/folders.contract';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { correctWelcome } from '@/lib/operations/folders/correct-welcome';
import { getFolder } from '@/lib/operations/folders/get-folder';
import { noteWelcome } from '@/lib/operations/folders/note-welcome';
import { orderCourier } from '@/lib/operations/folders/order-courier';
import { planDelivery } from '@/lib/operations/folders/plan-delivery';
import { reopenStep } from '@/lib/operations/folders/reopen-step';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';
import { handOverTestClient, signAsSeen } from '@/lib/operations/folders/testing-folders';
import { openLine } from '@/tests/call-driver';
import { talkOf } from '@/tests/talk-driver';

const courier = { name: 'Даймакс', phone: '94-08-53', prefix: '2', days: 4, pickupOn: '2026-11-02' };

describe.each(dialects)('the welcome call from a folder on %s', (dialect) => {
  test('says the approved words, keeps the e-mail, the day, and a next reaction for it (ON-4)', async () => {
    const { as, folderId, counterpartyId, welcome, open, line } = await takenFolder(dialect);
    await orderCourier(as('anna'), { folderId, ...courier, version: 2 });
    const { talk, call, callId } = await welcome();
    const { conversation } = await talk.view();
    expect(conversation?.words?.ru).toContain('по программному продукту ArchiMed+.');
    expect(conversation?.draft).toMatchObject({ email: '', deliveryOn: '2026-11-06' });
    expect(conversation?.draft.chosenAppeal?.topic).toContain('папка клиента № 1');
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.heardOut' });
    await talk.say({
      type: 'manager.filledIn',
      patch: { email: 'ivanov@example.com', deliveryOn: '2026-11-09' },
    });
    expect((await talk.view()).conversation?.draft).toMatchObject({ email: 'ivanov@example.com' });
    await expect(talk.say({ type: 'manager.choseCounterparty', counterpartyId: null })).rejects.toMatchObject(
      { details: { reason: 'otherClient' } },
    );
    await talk.say({ type: 'manager.tookDownEmail' });
    const typed = (deliveryOn: string) => ({ type: 'manager.filledIn' as const, patch: { deliveryOn } });
    await talk.say(typed('2026-11-01'));
    await expect(talk.say({ type: 'manager.toldDelivery' })).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { missing: ['deliveryOn'] },
    });
    await talk.say(typed('2026-11-09'), { type: 'manager.toldDelivery' });
    await talk.say({ type: 'manager.saidGoodbye' });
    expect(await getCallScriptRun(line.store.read, callId)).toMatchObject({
      scriptId: 'welcome-call',
      status: 'done',
      step: 'welcomeSaid',
    });
    expect((await getCounterparty(as('anna'), { counterpartyId })).card.emails).toEqual([
      'ivanov@example.com',
    ]);
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      welcome: { callId },
      deliveryOn: '2026-11-09',
    });
    expect((await open()).filter(({ topic }) => topic === 'доставка посылки')).toMatchObject([
      { responsibleEmployeeId: 'anna', dueAt: Date.UTC(2026, 10, 9, 15), callId },
    ]);
    await signAsSeen(as('anna'), { folderId, step: 'clientCalled' });
    await signAsSeen(as('anna'), { folderId, step: 'deliveryReaction' });
    await call.callerHangsUp();
    await expect(welcome()).rejects.toMatchObject({ details: { reason: 'alreadyWelcomed' } });
  });

  test('tells the day that is signed, and none before a pickup ordered meanwhile (ON-2, ON-4)', async () => {
    const { as, folderId, welcome } = await takenFolder(dialect);
    await orderCourier(as('anna'), { folderId, ...courier, version: 2 });
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-09', version: 3 });
    await signAsSeen(as('anna'), { folderId, step: 'deliveryReaction' });
    const { talk } = await welcome();
    const tell = (deliveryOn: string) =>
      talk.say({ type: 'manager.filledIn', patch: { deliveryOn } }, { type: 'manager.toldDelivery' });
    await talk.say({ type: 'caller.couldTalk' }, { type: 'caller.heardOut' }, { type: 'caller.gaveNoEmail' });
    await expect(tell('2026-11-12')).rejects.toMatchObject({ details: { missing: ['signedDelivery'] } });
    await tell('2026-11-09');
    const reopened = { folderId, step: 'deliveryReaction', reason: 'курьер задержался' } as const;
    await reopenStep(as('clara'), reopened);
    await planDelivery(as('anna'), { folderId, deliveryOn: '2026-11-17', version: 6 });
    await orderCourier(as('anna'), { folderId, ...courier, pickupOn: '2026-11-13', version: 7 });
    const goodbye = () => talk.say({ type: 'manager.saidGoodbye' });
    await expect(goodbye()).rejects.toMatchObject({ details: { missing: ['deliveryOn'] } });
    await signAsSeen(as('anna'), { folderId, step: 'deliveryReaction' });
    await expect(goodbye()).rejects.toMatchObject({ details: { missing: ['signedDelivery'] } });
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      welcome: null,
      deliveryOn: '2026-11-17',
    });
  });

  test('whose client asks to be called later leaves the folder as it was', async () => {
    const { as, folderId, welcome, open } = await takenFolder(dialect);
    const { talk } = await welcome();
    await talk.say(
      { type: 'caller.askedToCallLater' },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      { type: 'manager.agreedOn', due: 'tomorrow' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({ welcome: null, deliveryOn: null });
    expect((await open()).map(({ responsibleEmployeeId }) => responsibleEmployeeId)).toContain('anna');
  });

  test('that ends in a complaint keeps the e-mail, the day, and that the client was welcomed (ON-4)', async () => {
    const { as, folderId, counterpartyId, welcome, open } = await takenFolder(dialect);
    const { talk, callId } = await welcome();
    const patch = {
      email: 'ivanov@example.com',
      deliveryOn: '2026-11-09',
      complaint: { text: 'нет инструкции', departmentKind: 'support' as const },
    };
    await talk.say(
      { type: 'caller.couldTalk' },
      { type: 'caller.heardOut' },
      { type: 'manager.filledIn', patch },
      { type: 'manager.tookDownEmail' },
      { type: 'manager.toldDelivery' },
      { type: 'caller.complained' },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      { type: 'manager.saidGoodbye' },
    );
    const { card } = await getCounterparty(as('anna'), { counterpartyId });
    expect(card.emails).toEqual(['ivanov@example.com']);
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      welcome: { callId },
      deliveryOn: '2026-11-09',
    });
    expect((await open()).filter(({ topic }) => topic === 'доставка посылки')).toMatchObject([
      { responsibleEmployeeId: 'anna', dueAt: Date.UTC(2026, 10, 9, 15) },
    ]);
    await signAsSeen(as('anna'), { folderId, step: 'clientCalled' });
  });

  test('of a client who complained before the introduction is still to be made', async () => {
    const { as, folderId, welcome } = await takenFolder(dialect);
    const { talk } = await welcome();
    const patch = { complaint: { text: 'нет инструкции', departmentKind: 'support' as const } };
    await talk.say(
      { type: 'caller.couldTalk' },
      { type: 'caller.complained' },
      { type: 'manager.filledIn', patch },
      { type: 'manager.tookDownComplaint' },
      { type: 'manager.confirmedCard' },
      { type: 'manager.describedAppeal' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({ welcome: null, deliveryOn: null });
  });

  test('is not noted by hand while it runs (ON-4)', async () => {
    const { as, folderId, welcome } = await takenFolder(dialect);
    const text = 'клиент пришёл в офис 30.10';
    const { call } = await welcome();
    await expect(noteWelcome(as('boris'), { folderId, text })).rejects.toMatchObject({
      code: 'notPossibleNow',
      details: { reason: 'callRuns' },
    });
    await call.callerHangsUp();
    await noteWelcome(as('boris'), { folderId, text });
  });

  test('made outside the product is noted by hand, once, with its reason (ON-4)', async () => {
    const { as, folderId, welcome, open } = await takenFolder(dialect);
    const text = 'клиент пришёл в офис 30.10';
    await expect(noteWelcome(as('pavel'), { folderId, text })).rejects.toMatchObject({ code: 'forbidden' });
    await noteWelcome(as('anna'), { folderId, text });
    const again = { details: { reason: 'alreadyWelcomed' } };
    await expect(noteWelcome(as('anna'), { folderId, text })).rejects.toMatchObject(again);
    await expect(welcome()).rejects.toMatchObject(again);
    const right = 'клиент пришёл в офис 31.10';
    const correct = async (name: 'anna' | 'boris') =>
      correctWelcome(as(name), {
        ...{ folderId, text: right },
        version: (await getFolder(as(name), { folderId })).version,
      });
    await expect(correct('boris')).rejects.toMatchObject({ code: 'forbidden' });
    expect((await getFolder(as('boris'), { folderId })).may.correctWelcome).toBe(false);
    await correct('anna');
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      ...{ welcome: { note: right }, may: { correctWelcome: true } },
    });
    await expect(correctWelcome(as('anna'), { folderId, text, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await signAsSeen(as('anna'), { folderId, step: 'clientCalled' });
    await expect(correct('anna')).rejects.toMatchObject({ details: { reason: 'signedAlready' } });
    const { welcome: noted, steps } = await getFolder(as('anna'), { folderId });
    expect(noted).toMatchObject({ callId: null, note: right });
    expect(steps.find(({ step }) => step === 'clientCalled')!.signature).toMatchObject({ isIntact: true });
    expect((await open()).map(({ topic }) => topic)).toContain('подготовить папку клиента № 1');
  });

  test('without a parcel agrees on when to call again (ON-0)', async () => {
    const { as, folderId, welcome } = await takenFolder(dialect, { hasParts: false });
    const { talk, callId } = await welcome();
    await talk.say(
      { type: 'caller.couldTalk' },
      { type: 'caller.heardOut' },
      { type: 'caller.gaveNoEmail' },
      { type: 'manager.agreedOn', due: 'inAWeek' },
      { type: 'manager.saidGoodbye' },
    );
    expect(await getFolder(as('anna'), { folderId })).toMatchObject({
      welcome: { callId },
      deliveryOn: null,
    });
  });

  test('is placed by those who work on folders, about a folder somebody took', async () => {
    const { line, folderId } = await takenFolder(dialect);
    const script = { id: currentWelcomeCall.id, subjectId: folderId };
    await expect(line.placesCall('pavel', { script })).rejects.toMatchObject({ code: 'forbidden' });
    const unknown = { id: currentWelcomeCall.id, subjectId: 'нет' };
    await expect(line.placesCall('boris', { script: unknown })).rejects.toMatchObject({ code: 'notFound' });
  });
});

async function takenFolder(dialect: (typeof dialects)[number], given: Partial<HandOverFolder> = {}) {
  const line = await openLine(dialect);
  await line.hasNumber();
  const { world, company } = line;
  const as = (name: TestName) => world.as(company.as(name));
  const sold = await handOverTestClient(world, company, given);
  await takeOverFolder(as('anna'), { folderId: sold.folderId, seenManagerId: null });
  const { appealId } = await getFolder(as('anna'), sold);
  return {
    ...sold,
    line,
    as,
    open: () => listNextReactionsOfAppeals(line.store.read, [appealId], 'open'),
    /** Anna calls the client, who answers. */
    async welcome() {
      const script = { id: currentWelcomeCall.id, subjectId: sold.folderId };
      const call = await line.placesCall('anna', { script });
      await call.joins('anna');
      await line.dispatch();
      await call.partyAnswers();
      return { talk: talkOf(call, 'anna'), call, callId: call.callId };
    },
  };
}
