import { describe, expect, test } from 'vitest';
import { listComplaintsOfCounterparties } from '@/db/complaints';
import { listReactionsOfCall } from '@/db/reactions';
import { dialects } from '@/db/testing';
import { makeTestCard, phones } from '@/lib/operations/counterparties/testing-cards';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';
import type { TestName } from '@/lib/operations/employees/testing';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';
import { openLine } from '@/tests/call-driver';
import { talkOf } from '@/tests/talk-driver';
import { answerComplaint } from './answer-complaint';
import { callAfterComplaint } from './call-after-complaint';
import { getComplaint } from './get-complaint';
import { takeComplaint } from './take-complaint';

const own = '+73842111110';
const ofContact = '+73842111111';

describe.each(dialects)('the second call after a complaint on %s', (dialect) => {
  test('SA-3: is placed from the complaint on a phone of the client or of a contact person, and kept with what came of it', async () => {
    const { line, as, id, view, calls } = await start(dialect);
    expect((await view('anna')).phones).toMatchObject([
      { e164: own, contactName: null },
      { e164: ofContact, contactName: 'Петров' },
    ]);
    expect((await view('sofia')).phones).toEqual([]);
    await expect(calls('sofia')).rejects.toMatchObject({ code: 'forbidden' });

    const call = await calls('anna');
    await call.joins('anna');
    await line.dispatch();
    await call.partyAnswers();
    const conversation = (await talkOf(call, 'anna').view()).conversation!;
    expect(conversation.step.name).toBe('greeting');
    await call.callerHangsUp();

    const { callsMade, version } = await view('anna');
    expect(callsMade).toMatchObject([{ id: call.callId, phone: { e164: ofContact } }]);
    const outcome = (said: object) =>
      callAfterComplaint(as('anna'), {
        ...{ complaintId: id, version, outcome: 'satisfied', words: 'спасибо' },
        ...said,
      });
    await expect(outcome({ callId: 'another call' })).rejects.toMatchObject({
      fields: { callId: 'notAChoice' },
    });
    await outcome({ callId: call.callId });
    expect(await view('anna')).toMatchObject({
      state: 'closed',
      calls: [{ outcome: 'satisfied', callId: call.callId }],
      callsMade: [],
      phones: [],
    });
    expect((await view('stepan')).calls).toMatchObject([{ callId: null }]);
    expect(await listReactionsOfCall(line.store.read, call.callId)).toMatchObject([{ note: 'спасибо' }]);
  });

  test('SA-3: is not placed before the client was answered', async () => {
    const { calls } = await start(dialect, false);
    await expect(calls('anna')).rejects.toMatchObject({ details: { reason: 'state' } });
  });
});

async function start(dialect: (typeof dialects)[number], isAnswered = true) {
  const line = await openLine(dialect);
  await line.hasNumber();
  const as = (name: TestName) => line.world.as(line.company.as(name));
  const counterpartyId = await makeTestCard(line.world, line.company, {
    ...{ name: 'ООО «Ромашка»', status: 'client', assignedTo: 'anna', phones: phones(own) },
  });
  await updateCounterparty(as('anna'), {
    counterpartyId,
    version: 1,
    contacts: [{ name: 'Петров', role: '', phone: ofContact, phoneExtension: '', email: '', birthday: '' }],
  });
  await recordReaction(as('boris'), {
    counterparty: { use: 'existing', id: counterpartyId, complete: {} },
    appeal: { use: 'new', topic: 'рекламация', type: '', projectId: null, note: '' },
    reaction: { type: 'complaint', topic: '', note: 'не отвечают', causedBy: 'support' },
    nextReactions: [],
  });
  const [complaint] = await listComplaintsOfCounterparties(line.store.read, [counterpartyId]);
  const { id } = complaint!;
  if (isAnswered) {
    const solved = { cause: 'не хватало людей', answer: 'обновление поставлено' };
    await takeComplaint(as('sofia'), { complaintId: id, version: 1 });
    await answerComplaint(as('sofia'), { complaintId: id, version: 2, ...solved });
  }
  return {
    line,
    as,
    id,
    view: (name: TestName) => getComplaint(as(name), { complaintId: id }),
    calls: (name: TestName) =>
      line.placesCall(name, { phone: ofContact, script: { id: 'outgoing-call', subjectId: id } }),
  };
}
