import { describe, expect, test } from 'vitest';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { inboundCallWording } from '@/lib/domain/call-scripts/inbound-call.wording';
import type { Wording } from '@/lib/domain/call-scripts/wording';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld, testStart } from '@/lib/operations/testing';
import { hireTestCompany } from '@/lib/operations/testing-company';
import { openLine } from '@/tests/call-driver';
import { talkOf } from '@/tests/talk-driver';
import { getCallScript } from './get-call-script';
import { getWording } from './get-wording';
import { listCallScripts } from './list-call-scripts';
import { listUnlistedAnswers } from './list-unlisted-answers';
import { listWordings } from './list-wordings';
import { publishWording } from './publish-wording';
import { readTraffic } from './read-traffic';

const scriptId = 'inbound-call';
const said = { scriptId, from: '2026-11-01', until: '2026-11-30' };
const promise = {
  ru: 'Скажите, что сегодня же перезвонит руководитель.',
  en: 'Say that a head calls today.',
};
const edited: Wording = { ...inboundCallWording, promisingCall: promise };
const edition = { scriptId, basedOn: 1, words: edited, note: 'Обещаем точнее' };

async function company(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  const people = await hireTestCompany(world);
  return {
    world,
    as: (name: TestName, key?: string) => world.as(people.as(name), key ? { key, bodyHash: key } : undefined),
  };
}

describe.each(dialects)('the words of a call script on %s', (dialect) => {
  test('IN-1: before anything is published the words are those the script came with', async () => {
    const { as } = await company(dialect);
    const wording = { version: 1, publishedAt: null, publishedBy: null, note: '' };
    expect((await listCallScripts(as('pavel'))).rows).toContainEqual({ id: scriptId, version: 1, wording });
    const page = await getCallScript(as('anna'), { scriptId });
    expect(page.wording).toEqual({ ...wording, words: inboundCallWording });
    expect(page.may.publish).toBe(false);
    expect((await listWordings(as('anna'), { scriptId, limit: 50 })).rows).toEqual([
      { ...wording, changes: [] },
    ]);
  });

  test('IN-1: management and the general director publish, each time a new version with author, date and note', async () => {
    const { world, as } = await company(dialect);
    expect(await publishWording(as('marina'), edition)).toEqual({ version: 2 });
    world.pass(60_000);
    const second = { ...edition, basedOn: 2, words: inboundCallWording, note: 'Вернули прежнее' };
    expect(await publishWording(as('gleb'), second)).toEqual({ version: 3 });
    const { rows, next } = await listWordings(as('anna'), { scriptId, limit: 50 });
    expect(next).toBeNull();
    expect(rows).toMatchObject([
      { version: 3, publishedAt: testStart + 60_000, publishedBy: { id: 'gleb', name: 'Громов\u00A0Г.' } },
      { version: 2, publishedAt: testStart, publishedBy: { id: 'marina' }, note: 'Обещаем точнее' },
      { version: 1, publishedBy: null, changes: [] },
    ]);
    expect(rows[1]!.changes).toEqual([
      { key: 'promisingCall', before: inboundCallWording.promisingCall, after: promise },
    ]);
    expect((await getWording(as('anna'), { scriptId, wordingVersion: 2 })).words).toEqual(edited);
    expect((await getCallScript(as('anna'), { scriptId })).wording).toMatchObject({
      version: 3,
      words: inboundCallWording,
    });
  });

  test('versions are read page by page, each with what it changed in the one before', async () => {
    const { as } = await company(dialect);
    await publishWording(as('marina'), edition);
    await publishWording(as('marina'), { ...edition, basedOn: 2, words: inboundCallWording });
    const first = await listWordings(as('anna'), { scriptId, limit: 2 });
    expect(first.rows.map(({ version, changes }) => [version, changes.length])).toEqual([
      [3, 1],
      [2, 1],
    ]);
    const rest = await listWordings(as('anna'), { scriptId, limit: 2, after: first.next! });
    expect(rest).toMatchObject({ rows: [{ version: 1, changes: [] }], next: null });
  });

  test('a repeated request publishes once', async () => {
    const { as } = await company(dialect);
    await publishWording(as('marina', 'k1'), edition);
    await expect(publishWording(as('marina', 'k1'), edition)).rejects.toMatchObject({
      result: { version: 2 },
    });
    expect((await listWordings(as('anna'), { scriptId, limit: 50 })).rows).toHaveLength(2);
  });

  test('words written from a version that is no longer in force are refused', async () => {
    const { as } = await company(dialect);
    await publishWording(as('marina'), edition);
    await expect(publishWording(as('gleb'), edition)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of two who publish at once one is told of the other', async () => {
    const { as } = await company(dialect);
    const told = await Promise.allSettled([
      publishWording(as('marina'), edition),
      publishWording(as('gleb'), { ...edition, words: { ...edited, namingReason: promise } }),
    ]);
    expect(told.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(told.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  });

  test('publishing what is in force is refused, blanks at the ends being no difference', async () => {
    const { as } = await company(dialect);
    const greeting = { ru: ` ${inboundCallWording.greeting.ru} `, en: inboundCallWording.greeting.en };
    await expect(
      publishWording(as('marina'), { ...edition, words: { ...inboundCallWording, greeting } }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { words: 'callScriptPage.problems.unchanged' } });
  });

  test('wrong words are errors at their steps', async () => {
    const { as } = await company(dialect);
    const { closing: _, ...withoutClosing } = edited;
    const words = {
      ...withoutClosing,
      greeting: { ru: '{имя клиента}, здравствуйте!', en: 'Hello!' },
      returned: { ru: ' ', en: 'Sorry' },
      joke: { ru: 'Шутка', en: 'Joke' },
    };
    await expect(publishWording(as('marina'), { ...edition, words })).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        'words.closing': 'callScriptPage.problems.missing',
        'words.greeting': 'callScriptPage.problems.unknownPlaceholder',
        'words.returned': 'callScriptPage.problems.empty',
        'words.joke': 'callScriptPage.problems.unknownKey',
      },
    });
  });

  test.each<TestName>(['anna', 'clara', 'pavel', 'stepan', 'alla'])(
    'IN-1: %s is neither management nor the general director and cannot publish',
    async (name) => {
      const { as } = await company(dialect);
      await expect(publishWording(as(name), edition)).rejects.toMatchObject({ code: 'forbidden' });
    },
  );

  test('an unknown script and an unknown version are not found', async () => {
    const { as } = await company(dialect);
    const unknown = { ...edition, scriptId: 'outbound-call' };
    await expect(publishWording(as('marina'), unknown)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getCallScript(as('marina'), unknown)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getWording(as('marina'), { scriptId, wordingVersion: 2 })).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

async function answeredLine(dialect: Dialect) {
  const line = await openLine(dialect);
  await line.available('anna', 'boris');
  const answeredBy = async (name: TestName) => {
    const call = await line.callerCalls();
    await call.callerJoins();
    await call.answers(name);
    return talkOf(call, name);
  };
  return { line, as: (name: TestName) => line.world.as(line.company.as(name)), answeredBy };
}

describe.each(dialects)('words and running calls on %s', (dialect) => {
  test('a running call keeps its words, the next one is led by the new ones', async () => {
    const { as, answeredBy } = await answeredLine(dialect);
    const running = await answeredBy('anna');
    await running.say({ type: 'caller.proposedCooperation' });
    await publishWording(as('marina'), {
      ...edition,
      words: { ...edited, fillingCard: { ru: 'Спросите по-новому.', en: 'Ask anew.' } },
    });
    expect((await running.view()).conversation).toMatchObject({
      wordingVersion: 1,
      words: inboundCallWording.fillingCard,
    });
    const next = await answeredBy('boris');
    await next.say({ type: 'caller.proposedCooperation' });
    expect((await next.view()).conversation).toMatchObject({
      wordingVersion: 2,
      words: { ru: 'Спросите по-новому.' },
    });
  });

  test('«Другого в списке нет»: what callers said stands with its step, newest first, and is counted', async () => {
    const { as, answeredBy } = await answeredLine(dialect);
    const first = await answeredBy('anna');
    await first.say({ type: 'caller.saidSomethingElse', words: 'Верните деньги' });
    await first.say({ type: 'caller.saidSomethingElse', words: 'А чек дадите?' });
    const second = await answeredBy('boris');
    await second.say({ type: 'caller.saidSomethingElse', words: '' });

    const all = await listUnlistedAnswers(as('marina'), { ...said, limit: 2 });
    expect(all.rows).toMatchObject([
      { step: 'greeting', words: '', employee: { id: 'boris', name: 'Белов\u00A0Б.' } },
      { step: 'fillingCard', words: 'А чек дадите?', employee: { id: 'anna' } },
    ]);
    const rest = await listUnlistedAnswers(as('anna'), { ...said, limit: 2, after: all.next! });
    expect(rest).toMatchObject({ rows: [{ words: 'Верните деньги', at: testStart }], next: null });
    const ofGreeting = await listUnlistedAnswers(as('gleb'), { ...said, step: 'greeting', limit: 50 });
    expect(ofGreeting.rows.map(({ words }) => words)).toEqual(['', 'Верните деньги']);
    expect((await readTraffic(as('anna'), said)).unlistedAnswers).toEqual({
      greeting: 2,
      fillingCard: 1,
    });
  });

  test('an answer refused at a stale step is not counted, and other departments read none', async () => {
    const { as, answeredBy } = await answeredLine(dialect);
    const talk = await answeredBy('anna');
    await talk.say({ type: 'caller.askedAboutProducts' });
    await expect(
      talk.at('greeting', { type: 'caller.saidSomethingElse', words: 'поздно' }),
    ).rejects.toMatchObject({ code: 'staleStep' });
    expect((await listUnlistedAnswers(as('clara'), { ...said, limit: 50 })).rows).toEqual([]);
    await expect(listUnlistedAnswers(as('pavel'), { ...said, limit: 50 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await readTraffic(as('pavel'), said)).unlistedAnswers).toBeNull();
  });
});
