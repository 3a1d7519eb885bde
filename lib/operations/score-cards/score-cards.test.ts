import { describe, expect, test } from 'vitest';
import { insertRecording } from '@/db/recordings';
import type { Dialect } from '@/db/store';
import { dialects } from '@/db/testing';
import type { ScoreCardContent } from '@/lib/domain/score-cards/score-card';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { reviewCall } from '@/lib/operations/calls/review-call';
import type { TestName } from '@/lib/operations/employees/testing';
import { openLine, type TestLine } from '@/tests/call-driver';
import { talkOf, throughTheCard } from '@/tests/talk-driver';
import { acknowledgeScoreCard } from './acknowledge-score-card';
import { beginScoreCard } from './begin-score-card';
import { discardScoreCard } from './discard-score-card';
import { getCallScoring, getScoreCard } from './get-score-card';
import { listOwnScoreCards, listScoreCards } from './list-score-cards';
import { objectToScoreCard } from './object-to-score-card';
import { saveScoreCard } from './save-score-card';
import { sendScoreCard } from './send-score-card';
import { upholdScoreCard } from './uphold-score-card';

const page = { limit: 50 };

/** Anna leads a conversation to its end. Measured, it is found by what it was like. */
async function talkedTo(line: TestLine, { isFinished = true, isMeasured = false } = {}) {
  const call = await line.callerCalls();
  await call.callerJoins();
  await call.answers('anna');
  const talk = talkOf(call, 'anna');
  await talk.say({ type: 'caller.askedAboutProducts' });
  if (isMeasured) await line.pass(4);
  if (isFinished) await talk.say(...throughTheCard, { type: 'manager.saidGoodbye' });
  await call.callerHangsUp();
  if (isMeasured) await line.pass(20);
  return { callId: call.callId };
}

async function start(dialect: Dialect) {
  const line = await openLine(dialect);
  await line.available('anna');
  const as = (name: TestName) => line.world.as(line.company.as(name));
  return { line, as };
}

/** A card of Anna's that Clara begins and marks, all «yes» but the first. */
async function written(dialect: Dialect) {
  const { line, as } = await start(dialect);
  const { callId } = await talkedTo(line);
  const { cardId } = await beginScoreCard(as('clara'), { callId });
  const { criteria, version } = await getScoreCard(as('clara'), { cardId });
  const content: ScoreCardContent = {
    marks: Object.fromEntries(
      criteria.map(({ key }, index) => [
        key,
        { verdict: index === 0 ? 'no' : 'yes', comment: index === 0 ? 'Не назвалась' : '', place: null },
      ]),
    ),
    notes: [],
    summary: '',
  };
  await saveScoreCard(as('clara'), { cardId, version, content });
  const card = (name: TestName = 'clara') => getScoreCard(as(name), { cardId });
  const save = async (content: ScoreCardContent, name: TestName = 'clara') =>
    saveScoreCard(as(name), { cardId, version: (await card()).version, content });
  const send = async (name: TestName = 'clara') =>
    sendScoreCard(as(name), { cardId, version: (await card()).version });
  return { line, as, callId, cardId, criteria, content, card, save, send };
}

describe.each(dialects)('the score card of a call on %s', (dialect) => {
  test('asks of the steps the conversation came to, in the words of that day', async () => {
    const { criteria, as, callId } = await written(dialect);
    expect(criteria[0]).toMatchObject({
      step: 'greeting',
      kind: 'verbatim',
      words: { ru: expect.stringContaining('{имя менеджера}') },
    });
    const { path } = await reviewCall(as('clara'), { callId });
    expect(new Set(criteria.map(({ step }) => step)).size).toBeGreaterThan(2);
    expect(path.map(({ step }) => step)).toEqual(expect.arrayContaining(criteria.map(({ step }) => step)));
    expect(criteria.map(({ step }) => step)).not.toContain('namingReason');
  });

  test('is seen by its employee when it is sent, and by nobody beside them and their reviewers', async () => {
    const { as, callId, cardId, card, send } = await written(dialect);
    await expect(card('anna')).rejects.toMatchObject({ code: 'notFound' });
    expect((await getCallScoring(as('anna'), { callId })).card).toBeNull();
    expect((await listOwnScoreCards(as('anna'), page)).rows).toEqual([]);
    expect(await send()).toEqual({ edition: 1 });
    expect(await card('anna')).toMatchObject({
      state: 'sent',
      content: null,
      employee: { id: 'anna' },
      reviewer: { id: 'clara' },
      editions: [{ edition: 1, score: { percent: expect.any(Number) }, sentBy: { id: 'clara' } }],
      may: { acknowledge: true, object: true, save: false, send: false },
    });
    expect(await listOwnScoreCards(as('anna'), page)).toMatchObject({
      rows: [{ id: cardId }],
      waitingCount: 1,
    });
    for (const name of ['boris', 'polina', 'alla'] as const)
      await expect(card(name)).rejects.toMatchObject({ code: 'notFound' });
    expect((await getCallScoring(as('boris'), { callId })).card).toBeNull();
    expect((await listScoreCards(as('polina'), { ...page, state: 'all' })).rows).toEqual([]);
    expect((await listScoreCards(as('marina'), { ...page, state: 'sent' })).rows).toMatchObject([
      { id: cardId },
    ]);
    await expect(listScoreCards(as('anna'), { ...page, state: 'all' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('ends when the employee has acknowledged it; doing so again changes nothing', async () => {
    const { as, cardId, card, save, send, content } = await written(dialect);
    await send();
    for (let times = 0; times < 2; times += 1)
      expect(await acknowledgeScoreCard(as('anna'), { cardId, edition: 1 })).toEqual({
        state: 'acknowledged',
      });
    expect((await listOwnScoreCards(as('anna'), page)).waitingCount).toBe(0);
    expect(await card()).toMatchObject({ editions: [{ acknowledgedAt: expect.any(Number) }] });
    await expect(save({ ...content, summary: 'Ещё' })).rejects.toMatchObject({ code: 'notPossibleNow' });
    await expect(
      objectToScoreCard(as('anna'), { cardId, edition: 1, objection: 'Нет' }),
    ).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('that is objected to is changed and sent anew, and what was sent first stays as it was', async () => {
    const { as, cardId, criteria, content, card, save, send } = await written(dialect);
    await send();
    await objectToScoreCard(as('anna'), { cardId, edition: 1, objection: 'Назвалась, послушайте' });
    expect(await listScoreCards(as('clara'), { ...page, state: 'objected' })).toMatchObject({
      rows: [{ id: cardId }],
      objectedCount: 1,
    });
    await expect(acknowledgeScoreCard(as('anna'), { cardId, edition: 1 })).rejects.toMatchObject({
      code: 'notPossibleNow',
    });
    await expect(send()).rejects.toMatchObject({ code: 'notPossibleNow', details: { reason: 'unchanged' } });
    const first = criteria[0]!.key;
    await save({
      ...content,
      marks: { ...content.marks, [first]: { ...content.marks[first]!, verdict: 'yes' } },
    });
    expect((await card('anna')).editions).toHaveLength(1);
    expect(await send()).toEqual({ edition: 2 });
    const { editions, state } = await card('anna');
    expect(state).toBe('sent');
    expect(editions).toMatchObject([
      { edition: 2, score: { percent: 100 }, objection: null },
      { edition: 1, objection: 'Назвалась, послушайте' },
    ]);
    expect(editions[1]!.score.percent).toBeLessThan(100);
    await expect(acknowledgeScoreCard(as('anna'), { cardId, edition: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await acknowledgeScoreCard(as('anna'), { cardId, edition: 2 });
  });

  test('that is objected to may be stood by; the employee then acknowledges the answer', async () => {
    const { as, cardId, card, send } = await written(dialect);
    await send();
    const answer = { cardId, edition: 1, reply: 'На записи имени нет' };
    await expect(upholdScoreCard(as('clara'), answer)).rejects.toMatchObject({ code: 'notPossibleNow' });
    await objectToScoreCard(as('anna'), { cardId, edition: 1, objection: 'Назвалась' });
    expect(await upholdScoreCard(as('marina'), answer)).toEqual({ state: 'upheld' });
    expect(await card('anna')).toMatchObject({
      editions: [{ reply: 'На записи имени нет', upheldBy: { id: 'marina' } }],
      may: { acknowledge: true, object: false },
    });
    await acknowledgeScoreCard(as('anna'), { cardId, edition: 1 });
  });

  test('is not sent half done, and keeps what another reviewer wrote meanwhile', async () => {
    const { as, cardId, criteria, content, card, save, send } = await written(dialect);
    const [first, second] = criteria.map(({ key }) => key);
    await save({ ...content, marks: { [first!]: content.marks[first!]! } });
    await expect(send()).rejects.toMatchObject({
      code: 'invalid',
      fields: { [`content.marks.${second}`]: 'required' },
    });
    const { version } = await card();
    await saveScoreCard(as('marina'), { cardId, version, content });
    await expect(
      saveScoreCard(as('clara'), { cardId, version, content: { ...content, summary: 'Моё' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(sendScoreCard(as('clara'), { cardId, version })).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      save({ ...content, marks: { ...content.marks, another: content.marks[first!]! } }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { 'content.marks.another': 'notAChoice' } });
  });

  test('comments on moments of the call’s own recording alone', async () => {
    const { line, callId, content, save, send, card } = await written(dialect);
    await line.store.tx((db) =>
      insertRecording(db, {
        id: 'recording',
        kind: 'conversation',
        callId,
        recordingSid: 'RE1',
        durationSeconds: 30,
        recordedAt: line.world.now(),
        state: 'kept',
        attempts: 0,
        nextAttemptAt: 0,
      }),
    );
    const note = (recordingId: string, seconds: number) => ({
      ...content,
      notes: [{ id: 'one', text: 'Здесь перебила', place: { recordingId, seconds } }],
    });
    for (const wrong of [note('another', 3), note('recording', 31)])
      await expect(save(wrong)).rejects.toMatchObject({ fields: { 'content.notes.0.place': 'invalid' } });
    await save(note('recording', 12));
    await send();
    expect(await card('anna')).toMatchObject({
      editions: [{ content: { notes: [{ text: 'Здесь перебила', place: { seconds: 12 } }] } }],
      recordings: [{ id: 'recording' }],
    });
  });

  test('is one for a call; a draft may be discarded, what was sent may not', async () => {
    const { as, callId, cardId, send } = await written(dialect);
    expect(await beginScoreCard(as('marina'), { callId })).toEqual({ cardId });
    expect(await discardScoreCard(as('clara'), { cardId })).toEqual({ callId });
    const anew = await beginScoreCard(as('marina'), { callId });
    expect(anew.cardId).not.toBe(cardId);
    await expect(send()).rejects.toMatchObject({ code: 'notFound' });
    const { criteria } = await getScoreCard(as('marina'), anew);
    const marks = Object.fromEntries(
      criteria.map(({ key }) => [key, { verdict: 'notApplicable' as const, comment: '', place: null }]),
    );
    await saveScoreCard(as('marina'), { ...anew, version: 1, content: { marks, notes: [], summary: '' } });
    await sendScoreCard(as('marina'), { ...anew, version: 2 });
    expect((await listScoreCards(as('clara'), { ...page, state: 'all' })).rows).toMatchObject([
      { percent: null },
    ]);
    await expect(discardScoreCard(as('marina'), anew)).rejects.toMatchObject({ code: 'notPossibleNow' });
  });

  test('is begun by whoever answers for the employee, never by themselves, and not before the conversation is over', async () => {
    const { line, as } = await start(dialect);
    const { callId } = await talkedTo(line, { isFinished: false });
    await expect(beginScoreCard(as('clara'), { callId })).rejects.toMatchObject({
      details: { reason: 'notFinished' },
    });
    expect(await getCallScoring(as('clara'), { callId })).toMatchObject({
      card: null,
      mayBegin: false,
      reason: 'notFinished',
    });
    await line.onBreak('anna');
    await line.available('clara');
    const own = await line.callerCalls({ from: '+79131112233' });
    await own.callerJoins();
    await own.answers('clara');
    await talkOf(own, 'clara').say({ type: 'caller.askedAboutProducts' }, ...throughTheCard, {
      type: 'manager.saidGoodbye',
    });
    await own.callerHangsUp();
    await expect(beginScoreCard(as('clara'), own)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await getCallScoring(as('clara'), own)).toMatchObject({
      mayBegin: false,
      employee: { id: 'clara' },
    });
    expect((await getCallScoring(as('marina'), own)).mayBegin).toBe(true);
    await expect(beginScoreCard(as('anna'), own)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe.each(dialects)('reviewers find calls on %s', (dialect) => {
  test('by refused and unlisted answers, by a long step, and by whether they are scored', async () => {
    const { line, as } = await start(dialect);
    const plain = await talkedTo(line, { isMeasured: true });
    const call = await line.callerCalls({ from: '+79131112233' });
    await call.callerJoins();
    await call.answers('anna');
    const talk = talkOf(call, 'anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await talk.say({ type: 'manager.confirmedCard' }).catch(() => undefined);
    await talk.say({ type: 'caller.saidSomethingElse', words: 'а рассрочка?' });
    await line.pass(70);
    await talk.say(...throughTheCard, { type: 'manager.saidGoodbye' });
    await call.callerHangsUp();
    await line.pass(20);
    const { cardId } = await beginScoreCard(as('clara'), { callId: plain.callId });
    const found = async (filter: object, name: TestName = 'clara') =>
      (await listCalls(as(name), { show: 'all', limit: 50, ...filter })).rows.map(({ id }) => id);
    const special = [call.callId];
    expect(await found({})).toEqual([call.callId, plain.callId]);
    expect(await found({ refused: true })).toEqual(special);
    expect(await found({ unlisted: true })).toEqual(special);
    expect(await found({ longStepSeconds: 60 })).toEqual(special);
    expect(await found({ longStepSeconds: 1 })).toEqual([call.callId, plain.callId]);
    expect(await found({ longStepSeconds: 300 })).toEqual([]);
    expect(await found({ scored: 'with' })).toEqual([plain.callId]);
    expect(await found({ scored: 'with', refused: true })).toEqual([]);
    expect(await found({ scored: 'without' })).toEqual(special);
    expect(await found({ scored: 'without', refused: true, employeeId: 'anna' })).toEqual(special);
    // Whom a call was handed over to has no part in the client department's score cards.
    expect(await found({ scored: 'with' }, 'polina')).toEqual([]);
    await expect(found({ refused: true }, 'anna')).rejects.toMatchObject({ code: 'forbidden' });
    const first = await listCalls(as('clara'), { show: 'all', limit: 1, longStepSeconds: 1 });
    const second = await listCalls(as('clara'), {
      show: 'all',
      limit: 1,
      longStepSeconds: 1,
      after: first.next!,
    });
    expect(second.rows.map(({ id }) => id)).toEqual([plain.callId]);
    await discardScoreCard(as('clara'), { cardId });
    expect(await found({ scored: 'with' })).toEqual([]);
  });
});
