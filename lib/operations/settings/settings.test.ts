import { describe, expect, test } from 'vitest';
import { insertCities } from '@/db/cities';
import { getSetting } from '@/db/settings';
import type { Dialect } from '@/db/store';
import { dialects, openTestStore } from '@/db/testing';
import { defaultCallTimes } from '@/lib/domain/calls/times';
import { initialCities } from '@/lib/domain/cities/initial-cities';
import { defaultReportSettings } from '@/lib/domain/reports/report-settings';
import { readRetention } from '@/lib/domain/retention/retention';
import { defaultCallWords } from '@/lib/domain/settings/call-words';
import { defaultPromiseMinutes } from '@/lib/domain/settings/promise-minutes';
import { updateBackupSchedule } from '@/lib/operations/backups/update-backup-schedule';
import type { Context } from '@/lib/operations/context';
import { insertTestCompany, testPeople } from '@/lib/operations/employees/testing';
import { updateReportSettings } from '@/lib/operations/reports/update-report-settings';
import { updateRetention } from '@/lib/operations/retention/update-retention';
import { createTestWorld } from '@/lib/operations/testing';
import { updateWebhookSettings } from '@/lib/operations/webhooks/webhook-settings';
import { blockNumber } from './block-number';
import { cityRow } from './city-row';
import { createCity } from './create-city';
import { createCompanyNumber } from './create-company-number';
import { createProject } from './create-project';
import { getTimes } from './get-times';
import { listBlockedNumbers } from './list-blocked-numbers';
import { listChanges } from './list-changes';
import { listCities } from './list-cities';
import { listCompanyNumbers } from './list-company-numbers';
import { listProjects } from './list-projects';
import { unblockNumber } from './unblock-number';
import { updateCallWords } from './update-call-words';
import { updateCity } from './update-city';
import { updateCompanyNumber } from './update-company-number';
import { updateProject } from './update-project';
import { updatePromises } from './update-promises';
import { updateTimes } from './update-times';

async function open(dialect: Dialect) {
  const world = createTestWorld(await openTestStore(dialect));
  await insertTestCompany(world.store, world.now());
  return { ...world, people: testPeople() };
}

const forbidden = { code: 'forbidden' };

describe.each(dialects)('times on %s', (dialect) => {
  test('are the ones of IN-11 until an administrator changes them, and the change is written down', async () => {
    const { as, people, store } = await open(dialect);
    expect(await getTimes(as(people.anna))).toEqual({ times: defaultCallTimes, version: 0 });
    const times = { ...defaultCallTimes, offerSeconds: 20 };
    const { version } = await updateTimes(as(people.alla), { ...times, version: 0 });
    expect(await getTimes(as(people.anna))).toEqual({ times, version });
    expect(await getSetting(store.read, 'times')).toMatchObject({ updatedBy: 'alla' });
    const { rows } = await listChanges(as(people.alla), { limit: 10 });
    expect(rows).toMatchObject([
      { noun: 'times', employeeName: 'Алексеева\u00A0А.', fields: { offerSeconds: { from: 30, to: 20 } } },
    ]);
  });

  test('saved again unchanged write nothing', async () => {
    const { as, people } = await open(dialect);
    await updatePromises(as(people.alla), { ...defaultPromiseMinutes, support: 5, version: 0 });
    await updatePromises(as(people.alla), { ...defaultPromiseMinutes, support: 5, version: 0 });
    expect((await listChanges(as(people.alla), { limit: 10 })).rows).toHaveLength(1);
  });

  test('are changed by administrators alone', async () => {
    const { as, people } = await open(dialect);
    for (const person of [people.anna, people.clara, people.marina, people.gleb]) {
      await expect(updateTimes(as(person), { ...defaultCallTimes, version: 0 })).rejects.toMatchObject(
        forbidden,
      );
      await expect(
        updatePromises(as(person), { ...defaultPromiseMinutes, version: 0 }),
      ).rejects.toMatchObject(forbidden);
    }
  });
});

describe.each(dialects)('settings on %s', (dialect) => {
  const office = { timeZone: 'Europe/Moscow', startedAt: 0, isDemo: false };
  type Save = (context: Context, version: number, change: number) => Promise<{ version: number }>;
  const saves: Record<string, Save> = {
    times: (context, version, offerSeconds) =>
      updateTimes(context, { ...defaultCallTimes, offerSeconds, version }),
    promises: (context, version, support) =>
      updatePromises(context, { ...defaultPromiseMinutes, support, version }),
    callWords: (context, version, line) =>
      updateCallWords(context, { ...defaultCallWords, apology: `Занята линия ${line}.`, version }),
    reports: (context, version, answerSeconds) =>
      updateReportSettings(context, { ...defaultReportSettings, answerSeconds, version }),
    webhooks: (context, version, keptDays) => updateWebhookSettings(context, { keptDays, version }),
    retention: (context, version, messages) =>
      updateRetention(context, { ...readRetention(null), messages, version }),
    backups: (context, version, keptDays) => {
      const schedule = { rhythm: 'daily', hour: 3, keptDays, keptWeeks: 8 } as const;
      return updateBackupSchedule(context, { schedule, version, office });
    },
  };

  test.each(Object.keys(saves))('%s are not saved over what another changed meanwhile', async (key) => {
    const { as, people, store } = await open(dialect);
    const save = (version: number, change: number) => saves[key]!(as(people.alla), version, change);
    const attempts = await Promise.allSettled([save(0, 9), save(0, 10)]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict' },
    });
    const before = await getSetting(store.read, key);
    await expect(save(0, 11)).rejects.toMatchObject({ code: 'conflict' });
    expect(await getSetting(store.read, key)).toEqual(before);
    const { version } = await save(before!.updatedAt, 11);
    const next = await save(version, 12);
    expect(next.version).toBeGreaterThan(version);
    await expect(save(version, 13)).rejects.toMatchObject({ code: 'conflict' });
    expect(await save(version, 12)).toMatchObject(next);
    expect((await listChanges(as(people.alla), { limit: 10 })).rows).toHaveLength(3);
  });
});

describe.each(dialects)('projects and cities on %s', (dialect) => {
  test('a project is made once, renamed, disabled and taken back', async () => {
    const { as, people, now } = await open(dialect);
    const { id } = await createProject(as(people.marina), { name: 'ArchiMed+' });
    const twin = createProject(as(people.marina), { name: 'archimed+' });
    await expect(twin).rejects.toMatchObject({ fields: { name: 'alreadyUsed' } });
    await updateProject(as(people.marina), {
      projectId: id,
      version: 1,
      name: 'ArchiMed',
      isDisabled: true,
    });
    expect((await listProjects(as(people.anna))).rows).toEqual([
      { id, name: 'ArchiMed', hasBook: true, version: 2, disabledAt: now() },
    ]);
    await updateProject(as(people.marina), { projectId: id, version: 2, isDisabled: false });
    expect((await listProjects(as(people.anna))).rows).toEqual([
      { id, name: 'ArchiMed', hasBook: true, version: 3, disabledAt: null },
    ]);
    const byAnna = updateProject(as(people.anna), { projectId: id, version: 3, isDisabled: true });
    await expect(byAnna).rejects.toMatchObject(forbidden);
  });

  test('of two people who change a project, a city or a number at once the second is told, and nothing is lost', async () => {
    const { as, people } = await open(dialect);
    const [marina, alla] = [as(people.marina), as(people.alla)];
    const place = { region: 'Томская область', timeZone: 'Asia/Tomsk', diallingCodes: ['38250'] };
    const project = await createProject(marina, { name: 'ArchiSport' });
    const city = await createCity(marina, { ...place, name: 'Кедровый', nameEn: '' });
    const number = await createCompanyNumber(alla, { phone: '8 (495) 765-43-21', name: 'Второй' });
    const conflict = { code: 'conflict', details: { version: 2 } };
    type Change = { name?: string; isDisabled?: boolean };
    const changes = [
      (version: number, fields: Change) =>
        updateProject(marina, { projectId: project.id, version, ...fields }),
      (version: number, fields: Change) => updateCity(marina, { cityId: city.id, version, ...fields }),
      (version: number, fields: Change) =>
        updateCompanyNumber(alla, { numberId: number.id, version, ...fields }),
    ];
    for (const change of changes) {
      expect(await change(1, { name: 'Первое' })).toMatchObject({ version: 2 });
      await expect(change(1, { name: 'Второе' })).rejects.toMatchObject(conflict);
      expect(await change(1, { name: 'Первое' })).toMatchObject({ version: 2 });
      expect(await change(2, { name: 'Второе' })).toMatchObject({ version: 3 });
      expect(await change(3, { isDisabled: true })).toMatchObject({ version: 4 });
      await expect(change(3, { name: 'Третье' })).rejects.toMatchObject({ code: 'conflict' });
    }
  });

  test('a city is found by the beginning of its name, whatever the case, in pages', async () => {
    const { as, people, store, now, newId } = await open(dialect);
    await store.tx((db) =>
      insertCities(
        db,
        initialCities.map((city) => cityRow(city, newId(), now())),
      ),
    );
    const search = async (query: string) =>
      (await listCities(as(people.anna), { query, withDisabled: '0', limit: 50 })).rows.map(
        (row) => row.name,
      );
    expect(await search('кеме')).toEqual(['Кемерово']);
    expect(await search('ОРЁ')).toContain('Орёл');
    expect(await search('Оре')).toContain('Орёл');
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await listCities(as(people.anna), { query: '', withDisabled: '0', limit: 40, after });
      names.push(...page.rows.map((row) => `${row.name}, ${row.region}`));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(names).size).toBe(initialCities.length);
  });

  test('a region has one city of a name; a disabled one is offered no more', async () => {
    const { as, people } = await open(dialect);
    const city = {
      name: 'Берёзовский',
      nameEn: 'Beryozovsky',
      region: 'Кемеровская область',
      timeZone: 'Asia/Novokuznetsk',
      diallingCodes: ['38445'],
    };
    const { id } = await createCity(as(people.marina), city);
    await createCity(as(people.marina), { ...city, region: 'Свердловская область' });
    const twin = createCity(as(people.marina), { ...city, name: 'березовский' });
    await expect(twin).rejects.toMatchObject({ fields: { name: 'alreadyUsed' } });
    await updateCity(as(people.marina), { cityId: id, version: 1, isDisabled: true });
    const offered = await listCities(as(people.anna), { query: 'берез', withDisabled: '0', limit: 10 });
    expect(offered.rows.map((row) => row.region)).toEqual(['Свердловская область']);
    await expect(createCity(as(people.anna), city)).rejects.toMatchObject(forbidden);
  });
});

describe.each(dialects)('numbers on %s', (dialect) => {
  test('a number of the company is added once, renamed and taken out of use', async () => {
    const { as, people, now } = await open(dialect);
    const { id } = await createCompanyNumber(as(people.alla), {
      phone: '8 (495) 123-45-67',
      name: 'Главный',
    });
    const twin = createCompanyNumber(as(people.alla), { phone: '+7 495 1234567', name: 'Он же' });
    await expect(twin).rejects.toMatchObject({ fields: { phone: 'alreadyUsed' } });
    const unreadable = createCompanyNumber(as(people.alla), { phone: 'звоните', name: 'x' });
    await expect(unreadable).rejects.toMatchObject({ fields: { phone: 'settings.problems.phone' } });
    await updateCompanyNumber(as(people.alla), { numberId: id, version: 1, isDisabled: true });
    expect((await listCompanyNumbers(as(people.anna))).rows).toEqual([
      {
        id,
        e164: '+74951234567',
        name: 'Главный',
        recordsConversations: false,
        retentionDays: 365,
        announcement: 'Разговор записывается.',
        hours: null,
        closedGreeting: '',
        version: 2,
        disabledAt: now(),
      },
    ]);
    const byHead = updateCompanyNumber(as(people.clara), { numberId: id, version: 2, isDisabled: false });
    await expect(byHead).rejects.toMatchObject(forbidden);
  });

  test('a client manager blocks a number, once; the head takes it back (IN-9)', async () => {
    const { as, people } = await open(dialect);
    const input = { phone: '+7 913 000-00-01', reason: 'реклама', callId: null };
    expect(await blockNumber(as(people.anna), input)).toEqual({ e164: '+79130000001' });
    await blockNumber(as(people.boris), { ...input, reason: 'другая' });
    const { rows } = await listBlockedNumbers(as(people.anna), { limit: 10 });
    expect(rows).toMatchObject([
      { e164: '+79130000001', reason: 'реклама', blockedByName: 'Сидорова\u00A0А.' },
    ]);
    const e164 = '+79130000001';
    await expect(unblockNumber(as(people.anna), { e164 })).rejects.toMatchObject(forbidden);
    await expect(blockNumber(as(people.pavel), input)).rejects.toMatchObject(forbidden);
    await unblockNumber(as(people.clara), { e164 });
    await expect(unblockNumber(as(people.clara), { e164 })).rejects.toMatchObject({ code: 'notFound' });
    expect((await listBlockedNumbers(as(people.anna), { limit: 10 })).rows).toEqual([]);
  });

  test('the history calls a city by both its names, so that every screen finds its own', async () => {
    const { as, people } = await open(dialect);
    const city = { name: 'Полысаево', nameEn: 'Polysaevo', region: '', timeZone: 'Asia/Novokuznetsk' };
    await createCity(as(people.marina), { ...city, diallingCodes: ['38456'] });
    const { rows } = await listChanges(as(people.clara), { noun: 'city', limit: 1 });
    expect(rows).toMatchObject([{ nounName: 'Полысаево', nounNameEn: 'Polysaevo' }]);
  });

  test('the history is for those who answer for people, and comes in pages, newest first', async () => {
    const { as, people, pass } = await open(dialect);
    for (let i = 1; i <= 5; i++) {
      await createProject(as(people.marina), { name: `Проект ${i}` });
      pass(1000);
    }
    await expect(listChanges(as(people.anna), { limit: 10 })).rejects.toMatchObject(forbidden);
    const first = await listChanges(as(people.clara), { noun: 'project', limit: 3 });
    const second = await listChanges(as(people.clara), { noun: 'project', limit: 3, after: first.next! });
    expect([...first.rows, ...second.rows].map((row) => row.nounName)).toEqual(
      [5, 4, 3, 2, 1].map((i) => `Проект ${i}`),
    );
    expect(second.next).toBeNull();
  });
});
