import { describe, expect, test } from 'vitest';
import { insertAccesses } from '@/db/access-log';
import { dialects } from '@/db/testing';
import { dayMs, hourMs } from '@/lib/domain/duration';
import { type RetentionKind, readRetention } from '@/lib/domain/retention/retention';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { openLine } from '@/tests/call-driver';
import { makeKnownPerson } from '@/tests/known-person';
import { getRetention } from './get-retention';
import { previewRetention } from './preview-retention';
import { sweepRetention, sweepRetentionByNight } from './sweep-retention';
import { updateRetention } from './update-retention';

const person = {
  name: 'Журавлёв Пётр Ильич',
  formerName: 'Журавлёв Пётр',
  contact: 'Цаплина Вера',
  phone: '+79161110022',
  typedPhone: '8 (916) 111-00-22',
  contactPhone: '+7 916 222-33-44',
  importedPhone: '+7 916 333-22-11',
  email: 'petr@zhuravl.example',
  inn: '420598765432',
};

describe.each(dialects)('what is kept too long on %s', (dialect) => {
  test('is counted before it is saved, removed by the sweep, and everything younger stays', async () => {
    const line = await openLine(dialect);
    const { world, company, store } = line;
    const alla = world.as(company.as('alla'));
    await line.available('anna');
    const keepers = { recordings: line.recordings, attachments: line.recordings };
    const { cardId, callId, recordingIds } = await makeKnownPerson(line, person, keepers);
    const stranger = await line.callerCalls({ from: '+79995550011' });
    await stranger.callerJoins();
    await stranger.callerHangsUp();
    await line.pass(30);
    await store.tx(async (db) => {
      const { nextReactions, appeals } = db.t;
      const at = world.now();
      await db.q.update(nextReactions).set({ endedAt: at, outcome: 'closed' });
      await db.q.update(appeals).set({ closedAt: at });
      await db.q.update(db.t.attachments).set({ appealId: (await db.q.select().from(appeals))[0]!.id });
      const seen = {
        employeeId: 'anna',
        via: 'session',
        kind: 'calls',
        subjectId: '',
        counterpartyId: null,
      } as const;
      await insertAccesses(db, [{ id: 'seen', at, ...seen, rowCount: 1, filters: '', afterId: '', span: 1 }]);
    });
    world.pass(400 * dayMs);
    const days: Record<RetentionKind, number> = {
      messages: 30,
      unknownCallers: 90,
      letters: 90,
      closedAppealFiles: 30,
      imports: 60,
      accessLog: 365,
      requests: 7,
      feed: 2,
    };
    const counts: Partial<Record<RetentionKind, number>> = {};
    for (const kind of Object.keys(days) as RetentionKind[]) {
      counts[kind] = (await previewRetention(alla, { kind, days: days[kind] })).count;
      expect((await previewRetention(alla, { kind, days: days[kind] })).count, kind).toBeGreaterThan(0);
      if (kind !== 'requests' && kind !== 'feed') {
        expect((await previewRetention(alla, { kind, days: 500 })).count, kind).toBe(0);
      }
    }
    expect(counts).toMatchObject({
      messages: 1,
      unknownCallers: 1,
      letters: 1,
      closedAppealFiles: 1,
      imports: 1,
      accessLog: 1,
    });

    await updateRetention(alla, { ...readRetention(null), ...days, version: 0 });
    const run = await sweepRetention(line.system(), { recordings: line.recordings });
    expect(run.counts).toMatchObject({
      messages: 1,
      unknownCallers: 1,
      letters: 1,
      closedAppealFiles: 1,
      imports: 1,
      accessLog: 1,
    });
    expect((await getRetention(alla)).lastRun).toEqual(run);
    expect((await sweepRetention(line.system(), { recordings: line.recordings })).counts).toEqual({});
    expect(line.recordings.kept.has(recordingIds[0]!)).toBe(false);
    expect(line.recordings.kept.has(recordingIds[1]!)).toBe(true);
    expect(await stranger.row()).toMatchObject({ callerE164: null, callerText: '', outcome: 'abandoned' });
    const { card } = await getCounterparty(world.as(company.as('marina')), { counterpartyId: cardId });
    expect(card).toMatchObject({ name: person.name });
    const calls = await store.read.q.select().from(store.read.t.calls);
    expect(calls.find(({ id }) => id === callId)).toMatchObject({ callerE164: person.phone });
  });

  test('goes once a night, or by day after two days without one', async () => {
    const line = await openLine(dialect);
    const { world } = line;
    const lastRun = async () => (await getRetention(world.as(line.company.as('alla')))).lastRun?.at ?? null;
    let isNight = true;
    const hourPasses = (hours: number) => {
      world.pass(hours * hourMs);
      return sweepRetentionByNight(line.system(), { recordings: line.recordings, isQuiet: () => isNight });
    };
    await hourPasses(1);
    const first = await lastRun();
    expect(first).toBe(world.now());
    await hourPasses(1);
    expect(await lastRun()).toBe(first);
    isNight = false;
    await hourPasses(20);
    expect(await lastRun()).toBe(first);
    await hourPasses(30);
    expect(await lastRun()).toBe(world.now());
  });

  test('takes no days that the console cannot do with, and is the administrator’s', async () => {
    const line = await openLine(dialect);
    const alla = line.world.as(line.company.as('alla'));
    await expect(previewRetention(alla, { kind: 'accessLog', days: 30 })).rejects.toMatchObject({
      fields: { days: 'tooSmall' },
    });
    await expect(getRetention(line.world.as(line.company.as('gleb')))).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(readRetention({ messages: 5, accessLog: 1, feed: 'x' })).toMatchObject({
      messages: 5,
      accessLog: 365,
      feed: 2,
      letters: null,
    });
  });
});
